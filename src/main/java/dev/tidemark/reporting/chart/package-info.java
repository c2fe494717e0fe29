/**
 * Renders charts as SVG on the server, so that they work without script, in print and as image links.
 * Does not select the data. Entry points: {@code TrendChart} and the other charts, {@code PngImage}.
 */
package dev.tidemark.reporting.chart;
