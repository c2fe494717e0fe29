/**
 * Metrics, units, official thresholds, ratings, score curves, quantiles and number formats.
 * Results of samples and runs are in {@code model.result}. Entry points: {@code Metric}, {@code MetricFormat}.
 */
package dev.tidemark.model.metric;
