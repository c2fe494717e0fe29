package dev.tidemark.storage.timeseries;

import java.time.Instant;

/** The values of the runs in one step that starts at {@code at}: unordered, in the unit of the metric, at least one. */
public record StepValues(Instant at, double[] values) {}
