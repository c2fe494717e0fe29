package dev.tidemark.analysis.trend;

import java.time.Instant;

/** Quartiles and extremes of the runs of one step. */
public record StepQuartiles(
        Instant at, int runs, double lowest, double p25, double median, double p75, double highest) {}
