package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Metric;

/**
 * What the probe measured at the same location around a run.
 *
 * @param metric that tells whether the run was usual
 * @param before its values in the runs before
 * @param after its values in the runs after, the next one first
 * @param benchmarks the machine's speed in the runs before, where it was taken
 */
record NeighbourRuns(Metric metric, double[] before, double[] after, double[] benchmarks) {}
