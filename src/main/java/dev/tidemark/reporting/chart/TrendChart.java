package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A metric over time: single runs as dots, the median as a line, the interquartile range as a band, the budget with the
 * periods in which the median is over it, and events.
 *
 * @param step the interval that one point of line and band covers; a gap of several steps interrupts the line
 * @param limit the threshold of the budget, in the metric's unit
 */
public record TrendChart(
        Metric metric,
        Instant from,
        Instant to,
        ZoneId zone,
        Duration step,
        List<Dot> dots,
        List<QuartilePoint> line,
        OptionalDouble limit,
        List<ChartAnnotation> markers,
        List<Series> others) {

    private static final int FILE_WIDTH = 960;
    private static final int LARGE = 300;
    private static final int SMALL = 116;
    private static final int MAIL = 220;

    /** One run's value, with its rating where the metric has one. */
    public record Dot(Instant at, double value, Optional<Rating> rating) {
        /** Rated by the official thresholds. */
        public static Dot of(Metric metric, TimeValue one, FormFactor form) {
            return new Dot(one.at(), one.value(), Thresholds.rate(new Measurement(metric, one.value()), form));
        }
    }

    /** Quartiles of the runs of one step. */
    public record QuartilePoint(Instant at, double low, double median, double high) {}

    /**
     * An event.
     *
     * @param until its end; empty for a point in time
     * @param kind CSS-safe name: deploy, note, browser, incident or maintenance
     * @param label short text beside its line
     * @param title full text, for the tooltip
     */
    public record ChartAnnotation(Instant at, Optional<Instant> until, String kind, String label, String title) {}

    /**
     * The medians of another location or profile, for comparison.
     *
     * @param colorIndex index of its colour and dash pattern, 1 to 8
     */
    public record Series(String name, int colorIndex, List<QuartilePoint> line) {
        public Series {
            line = List.copyOf(line);
        }
    }

    /** A chart without other series. */
    public TrendChart(
            Metric metric,
            Instant from,
            Instant to,
            ZoneId zone,
            Duration step,
            List<Dot> dots,
            List<QuartilePoint> line,
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

    /** This chart with other series for comparison. */
    public TrendChart withSeries(List<Series> series) {
        return new TrendChart(metric, from, to, zone, step, dots, line, limit, markers, series);
    }

    /** The full chart for a page: axes, dots, band, line, budget, events. It fills the available width. */
    public String large(Messages messages) {
        return new TrendChartRenderer(this, LARGE, true, messages::format).draw();
    }

    /** A compact chart for a page, one of several below each other: lower, with fewer labels. */
    public String small(Messages messages) {
        return new TrendChartRenderer(this, SMALL, false, messages::format).draw();
    }

    /**
     * A standalone file of a fixed width, with a legend if there are other series.
     *
     * @param name of the chart's own series
     */
    public String file(String name) {
        Stream<ChartLegend.LegendEntry> own =
                Stream.of(new ChartLegend.LegendEntry(name, SeriesColors.MEDIAN, ChartLegend.SOLID));
        Stream<ChartLegend.LegendEntry> beside = others.stream()
                .map(one -> new ChartLegend.LegendEntry(
                        one.name(), SeriesColors.of(one.colorIndex()), SeriesColors.dash(one.colorIndex())));
        List<ChartLegend.LegendEntry> named =
                others.isEmpty() ? List.of() : Stream.concat(own, beside).toList();
        return TrendChartRenderer.asFile(inFile(LARGE, true), FILE_WIDTH, LARGE, new ChartLegend(named, FILE_WIDTH));
    }

    /** A file for an e-mail of 600 px with margins, drawn at its display width so that labels stay readable. */
    public String mailImage() {
        return TrendChartRenderer.asFile(inFile(MAIL, true), 568, MAIL);
    }

    /** A small standalone file with labels that stay readable on a phone. */
    public String card() {
        return TrendChartRenderer.asFile(inFile(SMALL, false), 400, SMALL);
    }

    private String inFile(int height, boolean full) {
        return new TrendChartRenderer(this, height, full, LocalizedMessage::toString).draw();
    }

    /** Text alternative of the chart. */
    LocalizedMessage summary() {
        if (isEmpty()) {
            return LocalizedMessage.of("chart.summary.noRuns", metric.title());
        }
        double top = dots.stream().mapToDouble(Dot::value).max().orElse(highest());
        return LocalizedMessage.of(
                "chart.trend.summary",
                metric.title(),
                dots.size(),
                MetricFormat.of(metric, lowest()),
                MetricFormat.of(metric, top));
    }

    /** The value of the newest run; without single runs the newest median. */
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
        return Math.min(
                dotsLow, line.stream().mapToDouble(QuartilePoint::low).min().orElse(Double.MAX_VALUE));
    }

    double highest() {
        double dotsHigh = Math.max(
                dots.stream().mapToDouble(Dot::value).max().orElse(0),
                medians().max().orElse(0));
        double high = Math.max(
                dotsHigh, line.stream().mapToDouble(QuartilePoint::high).max().orElse(0));
        return limit.isPresent() && limit.getAsDouble() < 2 * high ? Math.max(high, limit.getAsDouble()) : high;
    }

    private DoubleStream medians() {
        return others.stream().flatMap(one -> one.line().stream()).mapToDouble(QuartilePoint::median);
    }
}
