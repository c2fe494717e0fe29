package dev.tidemark.analysis.trend;

import java.time.Instant;

/** From (inclusive) to (exclusive). */
public record Period(Instant from, Instant to) {}
