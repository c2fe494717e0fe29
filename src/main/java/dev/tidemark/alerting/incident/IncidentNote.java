package dev.tidemark.alerting.incident;

import java.time.Instant;

/** A log entry of an incident between two runs. */
public record IncidentNote(Instant at, String line) {}
