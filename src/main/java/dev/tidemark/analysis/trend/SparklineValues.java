package dev.tidemark.analysis.trend;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.util.List;

/** The course of a probe at a location in a few medians, oldest first. */
public record SparklineValues(ProbeId probe, LocationName location, List<StatisticSeries.SeriesPoint> points) {
    public SparklineValues {
        points = List.copyOf(points);
    }
}
