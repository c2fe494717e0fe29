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
 * The values of a metric as CSV (RFC 4180), each series oldest first. No cell contains free text, so no cell can be a
 * formula.
 */
record CsvExport(RunSeries runSeries, Metric metric, TimeRange range) {

    /** One year at one run every five minutes. */
    private static final int MOST_RUNS = 110_000;

    /** Name of the main series; others are named by their key. */
    private static final String OWN = "own";

    /** @param comparisons series for comparison, below the main series */
    String of(Probe probe, LocationName location, List<ComparisonSeries> comparisons) {
        StringBuilder csv = new StringBuilder("planned_at,run,probe,location,metric,value,unit,rating,series\r\n");
        write(csv, probe, location, OWN);
        comparisons.forEach(one -> write(csv, one.probe(), one.location(), one.key()));
        return csv.toString();
    }

    private void write(StringBuilder csv, Probe probe, LocationName location, String series) {
        FormFactor form = probe.profile().formFactor();
        String unit = metric.unit().name().toLowerCase(Locale.ROOT);
        String code = quoted(metric.code());
        for (Point point : runSeries.points(
                new SeriesKey(probe.id(), location, metric), new Interval(range.from(), range.to()), MOST_RUNS)) {
            csv.append(point.at())
                    .append(',')
                    .append(point.run())
                    .append(',')
                    .append(probe.id())
                    .append(',')
                    .append(location)
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

    /** Quotes a metric code, because user timings are named by the measured page. */
    static String quoted(String text) {
        return text.matches("[\\w:.-]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
