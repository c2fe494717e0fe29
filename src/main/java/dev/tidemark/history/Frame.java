package dev.tidemark.history;

/** A picture of a filmstrip, without its bytes. @param atMillis ms from navigation start */
public record Frame(int n, double atMillis, String mediaType) {}
