package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.FaultOrigin;
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
 * @param values of the latest run with measurements, which may be older than the latest run
 * @param limits that apply to the probe
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
        LatestValues values,
        List<Limit> limits,
        SparklineChart sparkline,
        Optional<WeeklyChange> change,
        Optional<Deploy> deploy) {

    public ProbeStatus {
        limits = List.copyOf(limits);
    }

    /** @param direction {@code better}, {@code worse}, or {@code same} below 5 % */
    public record WeeklyChange(String text, String direction) {}

    /** @param compare URL of the comparison of the runs before and after it */
    public record Deploy(String title, Instant at, String compare) {}

    public Probe probe() {
        return entry.probe();
    }

    /** LCP, INP or TBT, CLS, FCP, TTI; empty without values. */
    public List<MetricTile> vitals() {
        return values.tiles();
    }

    double weight() {
        return values.weight();
    }

    /** Whether the latest run ended without values: it failed, was blocked, or was not executed. */
    public boolean isLastFailed() {
        return last.flatMap(Run::outcome).filter(one -> !one.isOk()).isPresent();
    }

    /** Whether it is an HTTP check, which has other metrics than a page. */
    public boolean isHttp() {
        return probe().target() instanceof Target.Http;
    }

    /** Whether the latest run failed because of the target. */
    public boolean isDown() {
        return last.flatMap(Run::outcome)
                .filter(one -> one.fault() == FaultOrigin.TARGET)
                .isPresent();
    }

    /** Any metric of the latest run; empty if it has no values, or is not current. */
    public Optional<MetricTile> current(Metric metric) {
        return values.stale()
                ? Optional.empty()
                : values.run()
                        .flatMap(run -> run.measurements().find(metric))
                        .map(one -> MetricTile.of(one, limits, probe().profile().formFactor()));
    }

    public boolean matches(String query) {
        String all = (probe().id() + " " + probe().name() + " "
                        + probe().target().url() + " " + location + " " + String.join(" ", probe().tags()))
                .toLowerCase(java.util.Locale.ROOT);
        return all.contains(query.toLowerCase(java.util.Locale.ROOT).strip());
    }
}
