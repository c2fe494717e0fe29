package dev.tidemark.bench.pages;

/** A page of the product, by the name that the report calls it. */
record BenchPage(String name, String url) {}
