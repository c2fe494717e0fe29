/**
 * Maintenance windows, during which runs are flagged and excluded from evaluation and notification.
 * Budgets and incidents apply the effect themselves. Entry point: {@code MaintenanceSchedule}.
 */
package dev.tidemark.config.maintenance;
