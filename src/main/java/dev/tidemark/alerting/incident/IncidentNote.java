package dev.tidemark.alerting.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * A log entry of an incident between two runs, or a comment.
 *
 * @param author of a comment; empty for a log entry
 */
public record IncidentNote(Instant at, Optional<String> author, String line) {}
