package dev.tidemark.storage.timeseries;

import dev.tidemark.model.result.RunId;
import java.time.Instant;

/** The value of a metric, in its unit, of one run at its planned time. */
public record Point(Instant at, double value, RunId run) {}
