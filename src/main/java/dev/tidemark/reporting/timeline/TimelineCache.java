package dev.tidemark.reporting.timeline;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chronicle as a page needs it in several places: each stretch of it is read once. */
@RequestScoped
public class TimelineCache {

    private final ProbeTimeline chronicle;
    private final Map<Stretch, List<TimelineEvent>> known = new HashMap<>();

    private record Stretch(ProbeId probe, LocationName location, Instant from, Instant to) {}

    @Inject
    public TimelineCache(ProbeTimeline chronicle) {
        this.chronicle = chronicle;
    }

    /** As {@link ProbeTimeline#of}. */
    public List<TimelineEvent> of(Probe probe, LocationName location, Instant from, Instant to) {
        return known.computeIfAbsent(
                new Stretch(probe.id(), location, from, to), none -> chronicle.of(probe, location, from, to));
    }
}
