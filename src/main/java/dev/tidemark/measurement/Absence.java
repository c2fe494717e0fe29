package dev.tidemark.measurement;

/** A metric that has no value here, and why: "no interaction", "not reached: the main thread was never quiet for 5 s". */
public record Absence(Metric metric, String reason) {}
