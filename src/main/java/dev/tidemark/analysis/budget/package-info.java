/**
 * Evaluates limits against runs and trends, and explains each verdict.
 * Does not notify anybody (alert). Entry point: {@code Judge}.
 */
package dev.tidemark.analysis.budget;
