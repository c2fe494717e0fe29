package dev.tidemark.storage.run;

/**
 * A frame of a filmstrip, without its bytes.
 *
 * @param atMillis ms from navigation start
 */
public record FilmstripFrame(int n, double atMillis, String mediaType) {}
