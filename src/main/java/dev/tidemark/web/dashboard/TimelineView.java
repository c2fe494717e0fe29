package dev.tidemark.web.dashboard;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.timeline.TimelineCache;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The list of events below the chart of a probe. */
@Named
@RequestScoped
public class TimelineView {

    private final TimelineCache timelineCache;
    private final Viewer viewer;
    private List<EventRow> rows;

    @Inject
    public TimelineView(TimelineCache timelineCache, Viewer viewer) {
        this.timelineCache = timelineCache;
        this.viewer = viewer;
    }

    /** @param compare URL that compares the runs before and after the event */
    public record EventRow(TimelineEvent event, String exact, String ago, String compare) {}

    /** The events, newest first; read once per request. */
    public List<EventRow> rows(Probe probe, String location, Instant from, Instant to) {
        if (rows == null) {
            rows = new ArrayList<>(timelineCache.of(probe, new LocationName(location), new Interval(from, to)).stream()
                    .map(one -> row(one, probe, location))
                    .toList());
            Collections.reverse(rows);
        }
        return rows;
    }

    private EventRow row(TimelineEvent one, Probe probe, String location) {
        return new EventRow(
                one,
                viewer.exact(one.at()),
                viewer.ago(one.at()),
                "/compare?probe=" + probe.id() + "&location=" + URLEncoder.encode(location, StandardCharsets.UTF_8)
                        + "&around=" + one.at());
    }
}
