/**
 * Charts as SVG text, drawn on the server: they work without script, in print and as picture links.
 * Not: which numbers are drawn (dashboard). Doors: {@code TrendChart} and its siblings, {@code Picture}, {@code MetricFormat}.
 */
package dev.tidemark.reporting.chart;
