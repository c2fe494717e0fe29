/**
 * Scheduling of probes: cadences as Quartz triggers, slots, the pipeline, runs on demand, recovery after node
 * failures. Does not execute checks (browser, http) or store runs (history). Entry points: {@code Pipeline}, {@code
 * RunRequests}.
 */
package dev.tidemark.scheduling.quartz;
