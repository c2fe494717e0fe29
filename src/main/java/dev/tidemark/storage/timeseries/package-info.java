/**
 * What runs measured over time: single values, steps, days summed up, outcomes counted.
 * Not: the runs themselves, nor who writes them (history). Door: {@code RunSeries}, for {@code RunHistory} alone.
 */
package dev.tidemark.storage.timeseries;
