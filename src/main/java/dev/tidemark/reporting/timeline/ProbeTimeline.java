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
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The door to what happened to a probe. */
@ApplicationScoped
public class ProbeTimeline {

    private static final int MOST_INCIDENTS = 200;

    private final Markers markers;
    private final MaintenanceSchedule maintenance;
    private final IncidentReader incidents;
    private final Clock clock;

    @Inject
    public ProbeTimeline(Markers markers, MaintenanceSchedule maintenance, IncidentReader incidents, Clock clock) {
        this.markers = markers;
        this.maintenance = maintenance;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Oldest first; incidents and maintenance also when they only reach into the interval. */
    public List<TimelineEvent> of(Probe probe, LocationName location, Interval interval) {
        Stream<TimelineEvent> marked =
                markers.of(probe.id(), probe.tags(), interval).stream().map(ProbeTimeline::happening);
        Stream<TimelineEvent> broken =
                incidents.list(IncidentQuery.ofProbe(probe.id(), MOST_INCIDENTS)).items().stream()
                        .filter(one -> one.location().equals(location))
                        .filter(one -> one.openedAt().isBefore(interval.to())
                                && one.resolvedAt().orElse(clock.instant()).isAfter(interval.from()))
                        .map(this::happening);
        Stream<TimelineEvent> paused =
                maintenance.windows(probe.id(), probe.tags(), interval).stream().map(ProbeTimeline::happening);
        return Stream.of(marked, broken, paused)
                .flatMap(kind -> kind)
                .sorted(Comparator.comparing(TimelineEvent::at))
                .toList();
    }

    private static TimelineEvent happening(Marker marker) {
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

    private static TimelineEvent happening(WindowOccurrence planned) {
        return new TimelineEvent(
                planned.interval().from(),
                Optional.of(planned.interval().to()),
                "maintenance",
                planned.window().name(),
                LocalizedMessage.NOTHING,
                "",
                "",
                "");
    }

    private TimelineEvent happening(Incident incident) {
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
