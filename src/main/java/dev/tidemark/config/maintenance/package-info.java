/**
 * Maintenance windows: announced times in which a probe's runs are marked, not counted and not told.
 * Not: what follows for incidents (alert) and budgets (budget). Door: {@code Maintenance}.
 */
package dev.tidemark.config.maintenance;
