/**
 * Metrics, units, official thresholds, ratings, score curves and quantiles.
 * Samples and runs are in observation. Entry points: the records and enums themselves.
 */
package dev.tidemark.model.metric;
