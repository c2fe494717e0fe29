/**
 * The result of a check: IDs, slot, profile, outcome, and the values of samples and runs.
 * Does not measure (browser) or store them (history). Entry points: {@code SampleResult}, {@code RunResult}.
 */
package dev.tidemark.model.result;
