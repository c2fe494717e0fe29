package dev.tidemark.storage.run;

/** A picture of a filmstrip, without its bytes. @param atMillis ms from navigation start */
public record FilmstripFrame(int n, double atMillis, String mediaType) {}
