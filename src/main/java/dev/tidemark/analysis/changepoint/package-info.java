/**
 * Change detection: regressions and improvements without a limit, confirmed with additional runs.
 * Does not evaluate limits (budget) or notify recipients (alerting). Entry point: {@code ChangePoints}.
 */
package dev.tidemark.analysis.changepoint;
