/**
 * Incidents: where each probe stands, what changed, who is told and why not.
 * Not: whether a limit is broken (budget), how letters arrive (delivery). Doors: {@code IncidentBook}, {@code Incidents}.
 */
package dev.tidemark.alerting.incident;
