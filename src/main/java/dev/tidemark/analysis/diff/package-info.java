/**
 * Differences between two page loads or periods: values, requests, elements, third parties, and likely causes.
 * Does not select the sides (web.comparison) or determine noise (trend). Entry point: {@code LoadDiff}.
 */
package dev.tidemark.analysis.diff;
