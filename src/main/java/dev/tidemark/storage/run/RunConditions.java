package dev.tidemark.storage.run;

import dev.tidemark.model.result.Profile;

/**
 * Under what conditions a run was measured.
 *
 * @param cpuBenchmark a number that grows with the speed of the machine, taken right before the run; 0 when not taken
 */
public record RunConditions(Profile profile, double cpuBenchmark) {}
