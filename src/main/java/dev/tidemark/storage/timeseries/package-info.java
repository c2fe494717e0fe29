/**
 * What runs measured over time: single values, steps, days summed up, outcomes counted.
 * Not: the runs themselves, nor who writes them (history). Entry point: {@code RunSeries}.
 */
package dev.tidemark.storage.timeseries;
