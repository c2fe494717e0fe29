/**
 * The last values for other programs: Prometheus' text and badges for a README.
 * Not: how anything stands in words (standing), series (trend). Doors: the addresses /metrics and /badge.
 */
package dev.tidemark.web.metrics;
