package dev.tidemark.config.secret;

import java.time.Instant;

/** What is shown of a secret: everything but its value. */
public record SecretInfo(String name, Instant created, Instant changed, String changedBy) {}
