package dev.tidemark.model.result;

import java.util.Optional;

/**
 * A main-thread task of 50 ms or more: start in ms from navigation start, duration in ms, and the URL of the script, if known.
 */
public record LongTask(double startMillis, double durationMillis, Optional<String> script) {}
