/**
 * What the history says over time: series, comparison of periods, change points.
 * Not: whether that is allowed (budget). Door: {@code Trends}.
 */
package dev.tidemark.analysis.trend;
