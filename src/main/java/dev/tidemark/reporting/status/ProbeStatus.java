package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.SparklineChart;
import dev.tidemark.storage.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The current status of a probe at a location.
 *
 * @param reason the reason of the state, such as the limit that is over budget
 * @param last the latest completed run, with any outcome
 * @param vitals LCP, INP or TBT, CLS, FCP, TTI of the latest run with measurements; empty without one
 * @param weight sorts within a state: the LCP relative to its threshold for "good"; 0 without one
 * @param sparkline LCP of the last week
 * @param change of the median LCP from the previous week to the last one; empty if one of them has no runs
 * @param deploy the latest one of the last week
 */
public record ProbeStatus(
        CatalogEntry entry,
        LocationName location,
        ProbeState state,
        LocalizedMessage reason,
        Optional<Run> last,
        List<MetricTile> vitals,
        double weight,
        SparklineChart sparkline,
        Optional<WeeklyChange> change,
        Optional<Deploy> deploy) {

    public ProbeStatus {
        vitals = List.copyOf(vitals);
    }

    /** @param direction {@code better}, {@code worse}, or {@code same} below 5 % */
    public record WeeklyChange(String text, String direction) {}

    /** @param compare URL of the comparison of the runs before and after it */
    public record Deploy(String title, Instant at, String compare) {}

    public Probe probe() {
        return entry.probe();
    }

    public boolean matches(String query) {
        String all = (probe().id() + " " + probe().name() + " "
                        + probe().target().url() + " " + location + " " + String.join(" ", probe().tags()))
                .toLowerCase(java.util.Locale.ROOT);
        return all.contains(query.toLowerCase(java.util.Locale.ROOT).strip());
    }
}
