package dev.tidemark.web.dashboard;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.web.support.TimeRange;
import java.time.ZoneId;
import java.util.List;

/**
 * The charts that the URL of a probe's page selects.
 *
 * @param comparisons other series in the chart
 * @param zone time zone of the viewer
 * @param messages in the language of the viewer
 */
record ChartRequest(
        Probe probe,
        LocationName location,
        Metric metric,
        List<ComparisonSeries> comparisons,
        TimeRange range,
        ZoneId zone,
        Messages messages) {

    ChartRequest {
        comparisons = List.copyOf(comparisons);
    }

    /** The same charts of the probe with other limits. */
    ChartRequest of(Probe limited) {
        return new ChartRequest(limited, location, metric, comparisons, range, zone, messages);
    }
}
