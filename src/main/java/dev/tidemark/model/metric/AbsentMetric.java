package dev.tidemark.model.metric;

/** A metric that has no value here, and why: "no interaction", "not reached: the main thread was never quiet for 5 s". */
public record AbsentMetric(Metric metric, String reason) {}
