/**
 * Differences between two page loads in metrics, requests and third parties, and their likely causes.
 * Does not select the page loads or render the result (web.comparison). Entry point: {@code LoadDiff}.
 */
package dev.tidemark.analysis.diff;
