package dev.tidemark.observation;

/** A line of the console or an uncaught exception: level error, warning, info or exception; ms from navigation start. */
public record ConsoleLine(String level, String text, double atMillis) {}
