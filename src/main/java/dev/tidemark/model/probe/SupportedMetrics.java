package dev.tidemark.model.probe;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalog;

/** The metrics that a target can have, so that limits without any value are rejected. */
public final class SupportedMetrics {

    private SupportedMetrics() {}

    /** Whether runs of the target can have a value of the metric. */
    public static boolean isSupported(Target target, Metric metric) {
        if (metric.isOutcomeBased()) {
            return true;
        }
        boolean ofServer = MetricCatalog.isServerMetric(metric);
        if (target instanceof Target.Http http) {
            return ofServer ? http.values().containsKey(metric.code()) : MetricCatalog.isHttpCheckMetric(metric);
        }
        return !ofServer;
    }
}
