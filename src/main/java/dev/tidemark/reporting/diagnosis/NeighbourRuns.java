package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Metric;

/**
 * Measurements of the probe at the same location before and after a run.
 *
 * @param metric by which the run is compared with its neighbours
 * @param before values of the previous runs
 * @param after values of the following runs, the next one first
 * @param benchmarks CPU benchmarks of the previous runs, where measured
 */
record NeighbourRuns(Metric metric, double[] before, double[] after, double[] benchmarks) {}
