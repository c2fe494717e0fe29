package dev.tidemark.analysis.trend;

import java.time.Instant;

/** How the runs of one step lie: the median, and the middle half between its 25th and 75th percentile. */
public record StepQuartiles(
        Instant at, int runs, double lowest, double p25, double median, double p75, double highest) {}
