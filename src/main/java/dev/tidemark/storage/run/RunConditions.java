package dev.tidemark.storage.run;

import dev.tidemark.model.result.Profile;

/**
 * The environment in which a run was measured.
 *
 * @param cpuBenchmark higher on faster machines, measured right before the run; 0 when not measured
 */
public record RunConditions(Profile profile, double cpuBenchmark) {}
