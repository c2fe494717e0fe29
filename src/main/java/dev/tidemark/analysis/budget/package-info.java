/**
 * Evaluates limits against runs and trends, and explains each verdict.
 * Does not notify anybody (incident). Entry point: {@code BudgetEvaluator}.
 */
package dev.tidemark.analysis.budget;
