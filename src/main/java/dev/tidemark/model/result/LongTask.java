package dev.tidemark.model.result;

import java.util.Optional;

/** A main-thread task of 50 ms or more: start (ms from navigation start), length, and the script where it is known. */
public record LongTask(double startMillis, double durationMillis, Optional<String> script) {}
