package dev.tidemark.ownpages;

/** A page of the product, by the name that the report calls it. */
record OwnPage(String name, String url) {}
