package dev.tidemark.alerting.incident;

import java.time.Instant;

/** Something that was decided about an incident between two runs. */
public record IncidentNote(Instant at, String line) {}
