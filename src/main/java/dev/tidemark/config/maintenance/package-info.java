/**
 * Maintenance windows, during which runs are flagged and excluded from evaluation and notification.
 * The effect on incidents (alert) and budgets (budget) is decided there. Entry point: {@code Maintenance}.
 */
package dev.tidemark.config.maintenance;
