package dev.tidemark.model.metric;

/** A metric without a value, and the reason: "no interaction", "not reached: the main thread was never quiet for 5 s". */
public record AbsentMetric(Metric metric, String reason) {}
