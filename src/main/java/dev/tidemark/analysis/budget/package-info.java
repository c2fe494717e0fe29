/**
 * Evaluates limits against runs and trends, and explains each verdict.
 * Does not notify recipients (alerting). Entry point: {@code BudgetEvaluator}.
 */
package dev.tidemark.analysis.budget;
