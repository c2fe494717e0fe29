package dev.tidemark.storage.timeseries;

import dev.tidemark.model.result.RunId;
import java.time.Instant;

/** One run's value of one metric (in its unit) at its planned instant. */
public record Point(Instant at, double value, RunId run) {}
