/**
 * Schedules and executes runs: Quartz triggers, slots, the pipeline, run now, recovery of lost runs.
 * Does not measure (browser) or store (history). Entry points: {@code Pipeline}, {@code RunRequests}.
 */
package dev.tidemark.scheduling.quartz;
