/**
 * Statistics of a metric over time, distributions, and comparison of periods.
 * Does not evaluate limits (budget). Entry point: {@code Trends}.
 */
package dev.tidemark.analysis.trend;
