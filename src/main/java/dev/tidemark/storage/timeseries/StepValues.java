package dev.tidemark.storage.timeseries;

import java.time.Instant;

/** The values of the runs planned from {@code at} on, for one step: in no order, in the metric's unit, at least one. */
public record StepValues(Instant at, double[] values) {}
