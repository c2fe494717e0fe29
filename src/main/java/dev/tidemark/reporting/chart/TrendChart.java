package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.ValueStatus;
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
 * A metric over time: single runs as dots, the median as a line, the interquartile range as a band, the limits with the
 * periods in which the median is over budget, failed runs as crosses, and events.
 *
 * @param step the interval that one point of line and band covers; a gap of several steps interrupts the line
 * @param limits of the metric; the value axis includes all of them
 * @param failures runs without a value, oldest first
 */
public record TrendChart(
        Metric metric,
        Instant from,
        Instant to,
        ZoneId zone,
        Duration step,
        List<Dot> dots,
        List<QuartilePoint> line,
        List<LimitLine> limits,
        List<ChartAnnotation> markers,
        List<Series> others,
        List<FailedRuns> failures) {

    private static final int FILE_WIDTH = 960;
    private static final int LARGE = 300;
    private static final int SMALL = 116;
    private static final int MAIL = 220;
    private static final int MAIL_WIDTH = 568;
    private static final int CARD_WIDTH = 400;

    /** One run's value. @param shade like a good, a fair or a poor value; empty for a neutral one */
    public record Dot(Instant at, double value, Optional<Rating> shade) {
        /** By the limits of the metric, and without one by the official thresholds. */
        public static Dot of(Metric metric, TimeValue one, List<Limit> limits, FormFactor form) {
            Measurement measured = new Measurement(metric, one.value());
            return new Dot(
                    one.at(),
                    one.value(),
                    ValueStatus.of(measured, limits, form).shade());
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

    /** A chart without other series and without failed runs. */
    public TrendChart(
            Metric metric,
            Instant from,
            Instant to,
            ZoneId zone,
            Duration step,
            List<Dot> dots,
            List<QuartilePoint> line,
            List<LimitLine> limits,
            List<ChartAnnotation> markers) {
        this(metric, from, to, zone, step, dots, line, limits, markers, List.of(), List.of());
    }

    public TrendChart {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("range from " + from + " to " + to + " has no length");
        }
        dots = List.copyOf(dots);
        line = List.copyOf(line);
        limits = List.copyOf(limits);
        markers = List.copyOf(markers);
        others = List.copyOf(others);
        failures = List.copyOf(failures);
    }

    /** Whether there is nothing to draw: neither values nor failed runs. */
    public boolean isEmpty() {
        return !hasValues() && failures.isEmpty();
    }

    boolean hasValues() {
        return !dots.isEmpty() || !line.isEmpty();
    }

    /** This chart with other series for comparison. */
    public TrendChart withSeries(List<Series> series) {
        return new TrendChart(metric, from, to, zone, step, dots, line, limits, markers, series, failures);
    }

    /** This chart with failed runs. */
    public TrendChart withFailures(List<FailedRuns> failed) {
        return new TrendChart(metric, from, to, zone, step, dots, line, limits, markers, others, failed);
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
     * A standalone file of a fixed width, with a legend if there are other series or failed runs.
     *
     * @param name of the chart's own series
     */
    public String file(String name) {
        Stream<ChartLegend.LegendEntry> own =
                Stream.of(new ChartLegend.LineEntry(name, SeriesColors.MEDIAN, ChartLegend.SOLID));
        Stream<ChartLegend.LegendEntry> beside = others.stream()
                .map(one -> new ChartLegend.LineEntry(
                        one.name(), SeriesColors.of(one.colorIndex()), SeriesColors.dash(one.colorIndex())));
        Stream<ChartLegend.LegendEntry> series = others.isEmpty() ? Stream.of() : Stream.concat(own, beside);
        return file(LARGE, true, FILE_WIDTH, series);
    }

    /** A file for an e-mail of 600 px with margins, drawn at its display width so that labels stay readable. */
    public String mailImage() {
        return file(MAIL, true, MAIL_WIDTH, Stream.of());
    }

    /** A small standalone file with labels that stay readable on a phone. */
    public String card() {
        return file(SMALL, false, CARD_WIDTH, Stream.of());
    }

    private String file(int height, boolean full, int width, Stream<ChartLegend.LegendEntry> series) {
        List<ChartLegend.LegendEntry> named =
                Stream.concat(series, FailureDrawing.legend(failures).stream()).toList();
        String svg = new TrendChartRenderer(this, height, full, LocalizedMessage::toString).draw();
        return TrendChartRenderer.asFile(svg, width, height, new ChartLegend(named, width));
    }

    /** Text alternative of the chart. */
    LocalizedMessage summary() {
        LocalizedMessage failed = LocalizedMessage.of(
                "chart.summary.failed",
                failures.stream().mapToLong(FailedRuns::runs).sum());
        if (!hasValues()) {
            LocalizedMessage none = LocalizedMessage.of("chart.summary.noRuns", metric.title());
            return failures.isEmpty() ? none : LocalizedMessage.of("chart.summary.onlyFailed", metric.title(), failed);
        }
        double top = dots.stream().mapToDouble(Dot::value).max().orElse(highestValue());
        double low = lowestValue();
        LocalizedMessage values = LocalizedMessage.of(
                "chart.trend.summary",
                metric.title(),
                dots.size(),
                MetricFormat.of(metric, low),
                MetricFormat.of(metric, top));
        return failures.isEmpty() ? values : LocalizedMessage.list(List.of(values, failed));
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

    /** The lowest value on the axis: of runs, other series and limits. */
    double lowest() {
        return Math.min(lowestValue(), thresholds().min().orElse(Double.MAX_VALUE));
    }

    /** The highest value on the axis: of runs, other series and limits. */
    double highest() {
        return Math.max(highestValue(), thresholds().max().orElse(0));
    }

    private double lowestValue() {
        double dotsLow = Math.min(
                dots.stream().mapToDouble(Dot::value).min().orElse(Double.MAX_VALUE),
                medians().min().orElse(Double.MAX_VALUE));
        return Math.min(
                dotsLow, line.stream().mapToDouble(QuartilePoint::low).min().orElse(Double.MAX_VALUE));
    }

    private double highestValue() {
        double dotsHigh = Math.max(
                dots.stream().mapToDouble(Dot::value).max().orElse(0),
                medians().max().orElse(0));
        return Math.max(
                dotsHigh, line.stream().mapToDouble(QuartilePoint::high).max().orElse(0));
    }

    private DoubleStream thresholds() {
        return limits.stream().mapToDouble(one -> one.threshold().value());
    }

    private DoubleStream medians() {
        return others.stream().flatMap(one -> one.line().stream()).mapToDouble(QuartilePoint::median);
    }
}
