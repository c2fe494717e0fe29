package dev.tidemark.reporting.timeline;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chronicle as a page needs it in several places: each stretch of it is read once. */
@RequestScoped
public class TimelineCache {

    private final ProbeTimeline timeline;
    private final Map<CachedInterval, List<TimelineEvent>> cache = new HashMap<>();

    private record CachedInterval(ProbeId probe, LocationName location, Interval interval) {}

    @Inject
    public TimelineCache(ProbeTimeline timeline) {
        this.timeline = timeline;
    }

    /** As {@link ProbeTimeline#of}. */
    public List<TimelineEvent> of(Probe probe, LocationName location, Interval interval) {
        return cache.computeIfAbsent(
                new CachedInterval(probe.id(), location, interval), none -> timeline.of(probe, location, interval));
    }
}
