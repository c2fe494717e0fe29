/**
 * Budget pages: limits that apply with their current values, uptime, presets and suggested limits.
 * Does not evaluate (analysis.budget) or store limits (config.catalog). Entry point: {@code BudgetExplainer}.
 */
package dev.tidemark.web.budget;
