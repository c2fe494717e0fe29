package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.metric.TimeValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A metric over time, as it is drawn: the single runs as dots, the median as a line, the middle half as a band, the budget
 * with the stretches in which the median is over it, and what happened.
 *
 * @param step the span that one point of line and band stands for; a gap of several steps breaks the line
 * @param limit the budget's bound, in the metric's unit
 */
public record TrendChart(
        Metric metric,
        Instant from,
        Instant to,
        ZoneId zone,
        Duration step,
        List<Dot> dots,
        List<Middle> line,
        OptionalDouble limit,
        List<ChartAnnotation> markers,
        List<Series> others) {

    private static final int FILE_WIDTH = 960;
    private static final int LARGE = 300;

    /** One run's value, with its rating where the metric has one. */
    public record Dot(Instant at, double value, Optional<Rating> rating) {
        /** Rated as the official thresholds say. */
        public static Dot of(Metric metric, TimeValue one, FormFactor form) {
            return new Dot(one.at(), one.value(), Thresholds.rate(new Measurement(metric, one.value()), form));
        }
    }

    /** The quarter, half and three quarters of the runs of one step. */
    public record Middle(Instant at, double low, double median, double high) {}

    /**
     * Something that happened.
     *
     * @param until when it ended; empty for a point in time
     * @param kind css-safe name: deploy, note, browser, incident or maintenance
     * @param label short, beside its line
     * @param title all of it, for those who point at it
     */
    public record ChartAnnotation(Instant at, Optional<Instant> until, String kind, String label, String title) {}

    /**
     * The medians of another place or profile, to look at beside the chart's own.
     *
     * @param tone 1 to 8: its colour, and how its line is dashed
     */
    public record Series(String name, int tone, List<Middle> line) {
        public Series {
            line = List.copyOf(line);
        }
    }

    /** One that stands alone. */
    public TrendChart(
            Metric metric,
            Instant from,
            Instant to,
            ZoneId zone,
            Duration step,
            List<Dot> dots,
            List<Middle> line,
            OptionalDouble limit,
            List<ChartAnnotation> markers) {
        this(metric, from, to, zone, step, dots, line, limit, markers, List.of());
    }

    public TrendChart {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("range from " + from + " to " + to + " has no length");
        }
        dots = List.copyOf(dots);
        line = List.copyOf(line);
        markers = List.copyOf(markers);
        others = List.copyOf(others);
    }

    public boolean isEmpty() {
        return dots.isEmpty() && line.isEmpty();
    }

    /** The same chart with other series in it. */
    public TrendChart beside(List<Series> series) {
        return new TrendChart(metric, from, to, zone, step, dots, line, limit, markers, series);
    }

    /** The chart in full: axes, dots, band, line, budget, markers. It fills the width that it is given. */
    public String large() {
        return new TrendChartRenderer(this, LARGE, true).draw();
    }

    /** One of several under each other: lower, with fewer labels. */
    public String small() {
        return new TrendChartRenderer(this, 116, false).draw();
    }

    /**
     * A file on its own, of a fixed width; with a legend where other series are in it.
     *
     * @param name of the chart's own series
     */
    public String file(String name) {
        Stream<ChartLegend.LegendEntry> own = Stream.of(new ChartLegend.LegendEntry(name, SeriesColors.MEDIAN, ChartLegend.WHOLE));
        Stream<ChartLegend.LegendEntry> beside =
                others.stream().map(one -> new ChartLegend.LegendEntry(one.name(), SeriesColors.of(one.tone()), SeriesColors.dash(one.tone())));
        List<ChartLegend.LegendEntry> named =
                others.isEmpty() ? List.of() : Stream.concat(own, beside).toList();
        return TrendChartRenderer.asFile(large(), FILE_WIDTH, LARGE, new ChartLegend(named, FILE_WIDTH));
    }

    /** A file for a mail of 600 pixels with its margins: drawn as wide as it is shown, so that its words can be read. */
    public String letter() {
        return TrendChartRenderer.asFile(new TrendChartRenderer(this, 220, true).draw(), 568, 220);
    }

    /** A small file on its own, whose words can still be read on a phone. */
    public String card() {
        return TrendChartRenderer.asFile(small(), 400, 116);
    }

    /** What it shows, for those who do not see it. */
    public String summary() {
        if (isEmpty()) {
            return metric.title() + ": no runs in this range";
        }
        double top = dots.stream().mapToDouble(Dot::value).max().orElse(highest());
        return metric.title() + ": " + dots.size() + (dots.size() == 1 ? " run" : " runs") + ", lowest "
                + MetricFormat.of(metric, lowest()) + ", highest " + MetricFormat.of(metric, top);
    }

    /** The newest run's value; where no single runs are shown, the newest median. */
    public OptionalDouble latest() {
        if (!dots.isEmpty()) {
            return OptionalDouble.of(dots.get(dots.size() - 1).value());
        }
        return line.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(line.get(line.size() - 1).median());
    }

    double lowest() {
        double dotsLow = Math.min(
                dots.stream().mapToDouble(Dot::value).min().orElse(Double.MAX_VALUE),
                medians().min().orElse(Double.MAX_VALUE));
        return Math.min(dotsLow, line.stream().mapToDouble(Middle::low).min().orElse(Double.MAX_VALUE));
    }

    double highest() {
        double dotsHigh = Math.max(
                dots.stream().mapToDouble(Dot::value).max().orElse(0),
                medians().max().orElse(0));
        double high =
                Math.max(dotsHigh, line.stream().mapToDouble(Middle::high).max().orElse(0));
        return limit.isPresent() && limit.getAsDouble() < 2 * high ? Math.max(high, limit.getAsDouble()) : high;
    }

    private DoubleStream medians() {
        return others.stream().flatMap(one -> one.line().stream()).mapToDouble(Middle::median);
    }
}
