/**
 * Renders charts as SVG and PNG on the server, so that they work without scripts, in print and in e-mails.
 * Does not select the data. Entry points: {@code TrendChart} and the other charts.
 */
package dev.tidemark.reporting.chart;
