package dev.tidemark.model.metric;

import java.time.Instant;

/** A metric's value at an instant, in the metric's unit. */
public record TimeValue(Instant at, double value) {}
