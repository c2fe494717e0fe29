package dev.tidemark.analysis.trend;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A series in the API. */
public record TrendDocument(
        String metric, String unit, String statistic, String step, List<StatisticSeries.SeriesPoint> points) {
    static TrendDocument of(StatisticSeries series) {
        return new TrendDocument(
                series.metric().code(),
                series.metric().unit().symbol(),
                series.statistic().label(),
                series.step().toString(),
                series.points());
    }

    /** As CSV (RFC 4180). */
    String csv() {
        return Stream.concat(
                        Stream.of("at,value,runs"),
                        points.stream().map(point -> point.at() + "," + point.value() + "," + point.runs()))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
