/**
 * Measurements of runs over time, daily summaries, and counts of outcomes.
 * Does not store runs (storage.run) or compute trends (analysis). Entry point: {@code RunSeries}.
 */
package dev.tidemark.storage.timeseries;
