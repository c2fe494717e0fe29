/**
 * The latest values for other systems: Prometheus metrics and badges. Does not provide time series ({@code
 * analysis.trend}). Entry points: the paths {@code /metrics} and {@code /badge}.
 */
package dev.tidemark.web.metrics;
