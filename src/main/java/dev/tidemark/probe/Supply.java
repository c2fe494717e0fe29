package dev.tidemark.probe;

import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.MetricCatalogue;

/** Which figures a target can yield, so that a limit that could never be judged is not held. */
public final class Supply {

    private Supply() {}

    /** Whether runs of the target can have a value of the metric. */
    public static boolean has(Target target, Metric metric) {
        if (metric.isOfOutcomes()) {
            return true;
        }
        boolean ofServer = MetricCatalogue.isOfServer(metric);
        if (target instanceof Target.Http http) {
            return ofServer ? http.values().containsKey(metric.code()) : MetricCatalogue.isOfAnswer(metric);
        }
        return !ofServer;
    }
}
