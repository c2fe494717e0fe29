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

/** Caches the events of a request, so that a page reads each interval once. */
@RequestScoped
public class TimelineCache {

    private final ProbeTimeline timeline;
    private final Map<CachedInterval, List<TimelineEvent>> cache = new HashMap<>();

    private record CachedInterval(ProbeId probe, LocationName location, Interval interval) {}

    @Inject
    public TimelineCache(ProbeTimeline timeline) {
        this.timeline = timeline;
    }

    /** See {@link ProbeTimeline#of}. */
    public List<TimelineEvent> of(Probe probe, LocationName location, Interval interval) {
        return cache.computeIfAbsent(
                new CachedInterval(probe.id(), location, interval), none -> timeline.of(probe, location, interval));
    }
}
