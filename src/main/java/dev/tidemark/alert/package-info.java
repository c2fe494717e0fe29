/**
 * Incidents, the outbox, and the channels that deliver from it.
 * Not: whether a limit is broken (budget). Doors: {@code IncidentBook}, {@code Outbox}.
 */
package dev.tidemark.alert;
