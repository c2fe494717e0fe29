/**
 * The latest values for other programs: Prometheus metrics and badges.
 * Pages (standing) and time series (trend) are elsewhere. Entry points: the paths /metrics and /badge.
 */
package dev.tidemark.web.metrics;
