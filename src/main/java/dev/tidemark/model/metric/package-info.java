/**
 * Ground: the vocabulary of measuring. Metrics, units, official thresholds, ratings, score curves, quantiles.
 * Not: what a sample or run is (observation). Door: the records and enums themselves.
 */
package dev.tidemark.model.metric;
