package dev.tidemark.analysis.trend;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.util.List;

/** The medians of a probe at a location by step, oldest first. */
public record SparklineValues(ProbeId probe, LocationName location, List<StatisticSeries.SeriesPoint> points) {
    public SparklineValues {
        points = List.copyOf(points);
    }
}
