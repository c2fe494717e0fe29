/**
 * Reads measured values over time from the database.
 * Does not write them (history). Entry point: {@code RunSeries}, used by {@code RunHistory} only.
 */
package dev.tidemark.storage.timeseries;
