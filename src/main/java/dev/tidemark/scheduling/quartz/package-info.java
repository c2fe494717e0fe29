/**
 * When probes run: cadences as Quartz triggers, slots, the pipeline, run now, recovery of what died.
 * Not: how a run goes (browser), where it is kept (history). Doors: {@code Pipeline}, {@code RunRequests}.
 */
package dev.tidemark.scheduling.quartz;
