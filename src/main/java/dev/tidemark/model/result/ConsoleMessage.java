package dev.tidemark.model.result;

/** A line of the console or an uncaught exception: level error, warning, info or exception; ms from navigation start. */
public record ConsoleMessage(String level, String text, double atMillis) {}
