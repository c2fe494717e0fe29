package dev.tidemark.alert;

import java.time.Instant;

/** Something that was decided about an incident between two runs. */
public record Remark(Instant at, String line) {}
