package dev.tidemark.web.dashboard;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.web.support.TimeRange;
import java.time.ZoneId;
import java.util.List;

/**
 * What is to be drawn, as the address of a probe's page chooses it.
 *
 * @param with the series beside its own
 * @param zone of who looks
 */
record ChartRequest(Probe probe, LocationName location, Metric metric, List<ComparisonSeries> with, TimeRange range, ZoneId zone) {

    ChartRequest {
        with = List.copyOf(with);
    }
}
