/**
 * The result of a check: IDs, slot, profile, outcome, and the values of samples and runs.
 * Does not measure (prober) or store them (storage). Entry points: {@code RunResult}, {@code SampleResult}.
 */
package dev.tidemark.model.result;
