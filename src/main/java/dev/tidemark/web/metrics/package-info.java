/**
 * The latest values for other systems: Prometheus metrics and badges.
 * Does not serve time series (analysis.trend). Entry points: {@code /metrics} and {@code /badge}.
 */
package dev.tidemark.web.metrics;
