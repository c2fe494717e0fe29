package dev.tidemark.trend;

import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import java.util.List;

/** The course of a probe at a location in a few medians, oldest first. */
public record Sparkline(ProbeId probe, LocationName location, List<Series.SeriesPoint> points) {
    public Sparkline {
        points = List.copyOf(points);
    }
}
