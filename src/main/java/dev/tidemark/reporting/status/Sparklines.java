package dev.tidemark.reporting.status;

import dev.tidemark.analysis.trend.SparklineValues;
import dev.tidemark.analysis.trend.StatisticSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The LCP of every probe at every location over two weeks. */
record Sparklines(Instant now, Map<ProbeLocation, List<StatisticSeries.SeriesPoint>> points) {

    /** @param before oldest first; {@code after} continues where it ends */
    static Sparklines of(Instant now, List<SparklineValues> before, List<SparklineValues> after) {
        Map<ProbeLocation, List<StatisticSeries.SeriesPoint>> all = new HashMap<>();
        Stream.concat(before.stream(), after.stream()).forEach(line -> all.computeIfAbsent(
                        new ProbeLocation(line.probe(), line.location()), location -> new ArrayList<>())
                .addAll(line.points()));
        return new Sparklines(now, all);
    }

    Sparkline at(ProbeLocation location) {
        return new Sparkline(points.getOrDefault(location, List.of()), now);
    }
}
