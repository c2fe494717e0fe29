/**
 * Pages and resources for budgets: explanations of limits, uptime, presets and suggested limits. Does not evaluate
 * limits ({@code analysis.budget}) or store them ({@code config.catalog}). Entry point: {@code BudgetExplainer}.
 */
package dev.tidemark.web.budget;
