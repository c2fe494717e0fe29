package dev.tidemark.model.result;

/** A console message or uncaught exception: level error, warning, info or exception; time in ms from navigation start. */
public record ConsoleMessage(String level, String text, double atMillis) {}
