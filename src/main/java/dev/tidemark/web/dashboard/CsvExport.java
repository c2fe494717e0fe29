package dev.tidemark.web.dashboard;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import dev.tidemark.web.support.TimeRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A metric's runs over a range as comma-separated values, each series oldest first, in lines as RFC 4180 wants them. No cell
 * can hold what people have typed freely, so no cell can be a formula.
 */
record CsvExport(RunSeries runSeries, Metric metric, TimeRange range) {

    /** A year of a run every five minutes. */
    private static final int MOST_RUNS = 110_000;

    /** Of the chart's own series; the others are called as addresses name them. */
    private static final String OWN = "own";

    /** @param with shown beside it, below its own */
    String of(Probe probe, LocationName place, List<ComparisonSeries> with) {
        StringBuilder csv = new StringBuilder("planned_at,run,probe,location,metric,value,unit,rating,series\r\n");
        write(csv, probe, place, OWN);
        with.forEach(one -> write(csv, one.probe(), one.location(), one.key()));
        return csv.toString();
    }

    private void write(StringBuilder csv, Probe probe, LocationName place, String series) {
        FormFactor form = probe.profile().formFactor();
        String unit = metric.unit().name().toLowerCase(Locale.ROOT);
        String code = quoted(metric.code());
        for (Point point : runSeries.points(
                new SeriesKey(probe.id(), place, metric), new Interval(range.from(), range.to()), MOST_RUNS)) {
            csv.append(point.at())
                    .append(',')
                    .append(point.run())
                    .append(',')
                    .append(probe.id())
                    .append(',')
                    .append(place)
                    .append(',')
                    .append(code)
                    .append(',')
                    .append(BigDecimal.valueOf(point.value())
                            .stripTrailingZeros()
                            .toPlainString())
                    .append(',')
                    .append(unit)
                    .append(',')
                    .append(Thresholds.rate(new Measurement(metric, point.value()), form)
                            .map(Rating::label)
                            .orElse(""))
                    .append(',')
                    .append(series)
                    .append("\r\n");
        }
    }

    /** A user timing is called as the page wants it. */
    static String quoted(String text) {
        return text.matches("[\\w:.-]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
