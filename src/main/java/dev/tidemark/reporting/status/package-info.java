/**
 * The current status of each probe and location: state, latest values with ratings, sparklines.
 * Does not explain it (analysis) or render pages (web). Entry point: {@code StatusService}.
 */
package dev.tidemark.reporting.status;
