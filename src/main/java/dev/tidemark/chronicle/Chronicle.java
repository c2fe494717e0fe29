package dev.tidemark.chronicle;

import dev.tidemark.alert.Incident;
import dev.tidemark.alert.IncidentQuery;
import dev.tidemark.alert.Incidents;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.maintenance.Planned;
import dev.tidemark.marker.Marker;
import dev.tidemark.marker.Markers;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The door to what happened to a probe. */
@ApplicationScoped
public class Chronicle {

    private static final int MOST_INCIDENTS = 200;

    private final Markers markers;
    private final Maintenance maintenance;
    private final Incidents incidents;
    private final Clock clock;

    protected Chronicle() {
        this(null, null, null, null);
    }

    @Inject
    public Chronicle(Markers markers, Maintenance maintenance, Incidents incidents, Clock clock) {
        this.markers = markers;
        this.maintenance = maintenance;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** From (inclusive) to (exclusive), oldest first; incidents and maintenance also when they only reach into the span. */
    public List<Happening> of(Probe probe, LocationName location, Instant from, Instant to) {
        Stream<Happening> marked =
                markers.of(probe.id(), probe.tags(), from, to).stream().map(Chronicle::happening);
        Stream<Happening> broken = incidents.list(IncidentQuery.ofProbe(probe.id(), MOST_INCIDENTS)).items().stream()
                .filter(one -> one.location().equals(location))
                .filter(one -> one.openedAt().isBefore(to)
                        && one.resolvedAt().orElse(clock.instant()).isAfter(from))
                .map(this::happening);
        Stream<Happening> paused =
                maintenance.windows(probe.id(), probe.tags(), from, to).stream().map(Chronicle::happening);
        return Stream.of(marked, broken, paused)
                .flatMap(kind -> kind)
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private static Happening happening(Marker marker) {
        return new Happening(
                marker.at(),
                Optional.empty(),
                marker.kind().label(),
                marker.title(),
                marker.scope(),
                marker.link().orElse(""),
                marker.by(),
                marker.id().toString());
    }

    private static Happening happening(Planned planned) {
        return new Happening(
                planned.interval().from(),
                Optional.of(planned.interval().to()),
                "maintenance",
                planned.window().name(),
                "",
                "",
                "",
                "");
    }

    private Happening happening(Incident incident) {
        return new Happening(
                incident.openedAt(),
                Optional.of(incident.resolvedAt().orElse(clock.instant())),
                "incident",
                incident.headline(),
                incident.location().name(),
                "/incidents/" + incident.id(),
                "",
                "");
    }
}
