package dev.tidemark.reporting.timeline;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentQuery;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.config.maintenance.WindowOccurrence;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.FailedRuns;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Entry point: the events of a probe. */
@ApplicationScoped
public class ProbeTimeline {

    private static final int MAX_INCIDENTS = 200;

    /** A mark is about 3 px wide in a chart of usual width. */
    private static final int MAX_MARKS = 300;

    private final Markers markers;
    private final MaintenanceSchedule maintenance;
    private final IncidentReader incidents;
    private final RunSeries runSeries;
    private final Clock clock;

    @Inject
    public ProbeTimeline(
            Markers markers,
            MaintenanceSchedule maintenance,
            IncidentReader incidents,
            RunSeries runSeries,
            Clock clock) {
        this.markers = markers;
        this.maintenance = maintenance;
        this.incidents = incidents;
        this.runSeries = runSeries;
        this.clock = clock;
    }

    /** Oldest first; includes incidents and maintenance windows that overlap the interval. */
    public List<TimelineEvent> of(Probe probe, LocationName location, Interval interval) {
        Stream<TimelineEvent> annotations =
                markers.of(probe.id(), probe.tags(), interval).stream().map(ProbeTimeline::event);
        Stream<TimelineEvent> incidentEvents =
                incidents.list(IncidentQuery.ofProbe(probe.id(), MAX_INCIDENTS)).items().stream()
                        .filter(one -> one.location().equals(location))
                        .filter(one -> one.openedAt().isBefore(interval.to())
                                && one.resolvedAt().orElse(clock.instant()).isAfter(interval.from()))
                        .map(this::event);
        Stream<TimelineEvent> maintenanceEvents =
                maintenance.windows(probe.id(), probe.tags(), interval).stream().map(ProbeTimeline::event);
        return Stream.of(annotations, incidentEvents, maintenanceEvents)
                .flatMap(kind -> kind)
                .sorted(Comparator.comparing(TimelineEvent::at))
                .toList();
    }

    /** Failed runs, as charts draw them; those that are too close together to be told apart are one mark. */
    public List<FailedRuns> failures(Probe probe, LocationName location, Interval interval) {
        Duration step = interval.length().dividedBy(MAX_MARKS);
        return runSeries.failures(probe.id(), location, interval, step).stream()
                .map(one -> new FailedRuns(one.at(), one.outcome(), one.runs()))
                .toList();
    }

    private static TimelineEvent event(Marker marker) {
        return new TimelineEvent(
                marker.at(),
                Optional.empty(),
                marker.kind().label(),
                marker.title(),
                marker.scope(),
                marker.link().orElse(""),
                marker.by(),
                marker.id().toString());
    }

    private static TimelineEvent event(WindowOccurrence occurrence) {
        return new TimelineEvent(
                occurrence.interval().from(),
                Optional.of(occurrence.interval().to()),
                "maintenance",
                occurrence.window().name(),
                LocalizedMessage.EMPTY,
                "",
                "",
                "");
    }

    private TimelineEvent event(Incident incident) {
        return new TimelineEvent(
                incident.openedAt(),
                Optional.of(incident.resolvedAt().orElse(clock.instant())),
                "incident",
                incident.headline(),
                LocalizedMessage.verbatim(incident.location().name()),
                "/incidents/" + incident.id(),
                "",
                "");
    }
}
