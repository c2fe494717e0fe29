package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.timeline.IncidentOnset;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What changed when an incident began: the preceding deploy, and links to comparisons. */
@Named
@RequestScoped
public class IncidentContextView {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int RUNS_BEFORE = 40;

    private final RunHistory history;
    private final RunSeries runSeries;
    private final Markers markers;
    private final ProbeCatalog catalog;
    private final Clock clock;
    private IncidentContext context;

    @Inject
    public IncidentContextView(
            RunHistory history, RunSeries runSeries, Markers markers, ProbeCatalog catalog, Clock clock) {
        this.history = history;
        this.runSeries = runSeries;
        this.markers = markers;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The context of an incident.
     *
     * @param began planned instant of the first failed run, as far as known
     * @param deploy the newest deploy from a week before
     * @param runs URL that compares the last good with the first failed run; empty if they are unknown
     * @param periods URL that compares the day before with the time since
     */
    public record IncidentContext(Instant began, Optional<PrecedingDeploy> deploy, String runs, String periods) {}

    /** @param before time from the deploy to the first failed run; negative if the deploy was later */
    public record PrecedingDeploy(Marker marker, Duration before) {

        /** The message key of the sentence about it. */
        public String getKey() {
            if (before.abs().compareTo(Markers.LATE_ANNOTATION) <= 0) {
                return "incident.changes.deployAtOnset";
            }
            return before.isNegative() ? "incident.changes.deployAfterOnset" : "incident.changes.deploy";
        }

        /** The time between both, such as 12 min. */
        public String getDistance() {
            return DurationFormat.elapsed(before.abs());
        }
    }

    /** Reads once per request. */
    public IncidentContext of(Incident incident) {
        if (context == null) {
            context = read(incident);
        }
        return context;
    }

    private IncidentContext read(Incident incident) {
        Instant opened = history.find(incident.openedBy())
                .map(run -> run.slot().plannedAt())
                .orElse(incident.openedAt());
        Metric metric = IncidentMetric.of(incident);
        List<Point> points = runSeries.points(
                new SeriesKey(incident.probe(), incident.location(), metric),
                new Interval(opened.minus(WEEK), opened.plusMillis(1)),
                RUNS_BEFORE);
        Optional<IncidentOnset> onset = IncidentOnset.of(points);
        Instant began = onset.map(one -> one.firstBad().at()).orElse(opened);
        return new IncidentContext(
                began,
                deploy(incident, began).map(one -> new PrecedingDeploy(one, Duration.between(one.at(), began))),
                onset.map(one -> "/compare?a=" + one.lastGood().run() + "&b="
                                + one.firstBad().run() + "&explain=" + metric.code())
                        .orElse(""),
                periods(incident, metric, began));
    }

    /** The deploy before the first failed run; otherwise the one before the incident opened, which its log and e-mail name. */
    private Optional<Marker> deploy(Incident incident, Instant began) {
        return Stream.of(began.plus(Markers.LATE_ANNOTATION), incident.openedAt())
                .flatMap(before -> markers.lastDeploy(incident.probe(), tags(incident), before.plusMillis(1)).stream())
                .filter(one -> one.at().isAfter(began.minus(WEEK)))
                .findFirst();
    }

    private String periods(Incident incident, Metric metric, Instant began) {
        Instant end = incident.resolvedAt().orElse(clock.instant());
        Instant to = end.isAfter(began.plus(DAY)) ? began.plus(DAY) : end;
        return "/compare?probe=" + incident.probe() + "&location=" + incident.location() + "&a=" + began.minus(DAY)
                + "/" + began + "&b=" + began + "/" + (to.isAfter(began) ? to : began.plusSeconds(60)) + "&explain="
                + metric.code();
    }

    private List<String> tags(Incident incident) {
        return catalog.find(incident.probe()).map(one -> one.probe().tags()).orElse(List.of());
    }
}
