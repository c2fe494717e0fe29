package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.model.metric.Metric;

/** The metric that an incident is about. */
final class IncidentMetric {

    private IncidentMetric() {}

    /** The metric that the headline starts with, otherwise LCP. */
    static Metric of(Incident incident) {
        try {
            return Metric.of(incident.headline().split(" ", 2)[0]);
        } catch (IllegalArgumentException none) {
            return Metric.LCP;
        }
    }
}
