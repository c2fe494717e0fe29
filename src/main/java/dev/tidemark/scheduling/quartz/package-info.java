/**
 * Schedules as triggers of Quartz, slots, the pipeline, runs on demand, and recovery after node failures.
 * Does not execute checks (prober) or store runs (storage). Entry points: {@code Pipeline}, {@code RunRequests}.
 */
package dev.tidemark.scheduling.quartz;
