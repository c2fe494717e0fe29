package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.TrendChart.QuartilePoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws a trend chart that scales to any width without script. Horizontal positions are percentages of the width (labels) or
 * lie in an inner SVG that is stretched while its strokes are not (lines, dots); vertical positions are pixels.
 */
final class TrendChartRenderer {

    private static final double ACROSS = 10_000;
    private static final int TOP = 18;
    private static final int BOTTOM = 24;

    private final TrendChart chart;
    private final int height;
    private final boolean full;
    private final ValueTicks ticks;
    private final LinearScale x;
    private final LinearScale y;
    private final SvgWriter svg;

    /** @param language resolves the messages of the drawing */
    TrendChartRenderer(TrendChart chart, int height, boolean full, Function<LocalizedMessage, String> language) {
        this.svg = new SvgWriter(language);
        this.chart = chart;
        this.height = height;
        this.full = full;
        this.ticks = ValueTicks.over(
                chart.metric(), Math.min(chart.lowest(), chart.highest()), chart.highest(), full ? 5 : 2);
        this.x = new LinearScale(chart.from().toEpochMilli(), chart.to().toEpochMilli(), 0, 1);
        this.y = new LinearScale(ticks.low(), ticks.high(), height - BOTTOM, TOP);
    }

    static String asFile(String svg, int width, int height) {
        return svg.replaceFirst(
                "width=\"100%\"", "width=\"" + width + "\" viewBox=\"0 0 " + width + " " + height + "\"");
    }

    /** A file with a legend below the chart, if it has entries. */
    static String asFile(String svg, int width, int height, ChartLegend legend) {
        if (legend.height() == 0) {
            return asFile(svg, width, height);
        }
        int whole = height + legend.height();
        String file = asFile(svg.replaceFirst("height=\"" + height + "\"", "height=\"" + whole + "\""), width, whole);
        return file.substring(0, file.lastIndexOf("</svg>")) + legend.draw(height) + "</svg>";
    }

    String draw() {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                full ? "chart" : "chart chart-small",
                "width",
                "100%",
                "height",
                height,
                "role",
                "img",
                "aria-label",
                chart.summary(),
                "data-from",
                chart.from().toEpochMilli(),
                "data-to",
                chart.to().toEpochMilli(),
                "data-low",
                ticks.low(),
                "data-high",
                ticks.high(),
                "data-top",
                TOP,
                "data-bottom",
                height - BOTTOM,
                "data-unit",
                unit(),
                "data-metric",
                chart.metric().code(),
                "data-limit",
                chart.limits().stream()
                        .map(one -> SvgWriter.exact(one.threshold().value()))
                        .collect(Collectors.joining(" ")),
                "data-points",
                points(),
                "data-line",
                chart.line().stream()
                        .map(one -> seconds(one.at()) + ":" + read(one.median()) + ":" + read(one.low()) + ":"
                                + read(one.high()))
                        .collect(Collectors.joining(" ")));
        AnnotationDrawing markers = new AnnotationDrawing(svg, chart, TOP, height - BOTTOM);
        LimitDrawing limits = new LimitDrawing(svg, chart, y, TOP, height - BOTTOM);
        markers.ranges();
        limits.breaches();
        grid();
        timeAxis();
        stretched();
        poorDots();
        new FailureDrawing(svg, chart, height - BOTTOM).draw();
        limits.lines();
        values();
        if (full) {
            limits.labels();
        }
        markers.points(full);
        return svg.end();
    }

    /**
     * The data of the tooltip: seconds since the previous run (for the first run since the start of the range), and value.
     * Runs are evenly spaced, so most pairs start with the same number, which compresses well.
     */
    private String points() {
        StringBuilder pairs = new StringBuilder();
        long before = 0;
        for (TrendChart.Dot dot : chart.dots()) {
            long at = seconds(dot.at());
            pairs.append(pairs.isEmpty() ? "" : " ")
                    .append(at - before)
                    .append(':')
                    .append(read(dot.value()));
            before = at;
        }
        return pairs.toString();
    }

    /** The value for the script: with all digits if rounding would move it across a limit. */
    private String read(double value) {
        String shortened = SvgWriter.read(value);
        double rounded = Double.parseDouble(shortened);
        boolean crosses = chart.limits().stream()
                .mapToDouble(one -> one.threshold().value())
                .anyMatch(limit -> Double.compare(value, limit) != Double.compare(rounded, limit));
        return crosses ? SvgWriter.exact(value) : shortened;
    }

    /** The number format that the script uses. */
    private String unit() {
        return chart.metric().plain().equals(Metric.SCORE)
                ? "score"
                : chart.metric().unit().name().toLowerCase(Locale.ROOT);
    }

    private long seconds(Instant at) {
        return at.getEpochSecond() - chart.from().getEpochSecond();
    }

    private void grid() {
        ticks.ticks()
                .forEach(tick ->
                        svg.leaf("line", MarkStyle.GRID, "x1", 0, "x2", "100%", "y1", y.at(tick), "y2", y.at(tick)));
    }

    /** Drawn on top of the dots to stay readable. */
    private void values() {
        if (!chart.hasValues() && chart.limits().isEmpty()) {
            return;
        }
        ticks.ticks()
                .forEach(tick ->
                        svg.label(MetricFormat.of(chart.metric(), tick), MarkStyle.AXIS, "x", 2, "y", y.at(tick) - 4));
    }

    private void timeAxis() {
        for (TimeTicks.Tick tick : TimeTicks.of(new Interval(chart.from(), chart.to()), chart.zone())) {
            double at = across(tick.at());
            String anchor = at < 0.03 ? "start" : at > 0.97 ? "end" : "middle";
            svg.open("g", "class", tick.major() ? "t-major" : "t-minor");
            svg.leaf(
                    "line",
                    MarkStyle.GRID,
                    "x1",
                    SvgWriter.percent(at),
                    "x2",
                    SvgWriter.percent(at),
                    "y1",
                    height - BOTTOM,
                    "y2",
                    height - BOTTOM + 4);
            svg.label(tick.label(), MarkStyle.AXIS, "x", SvgWriter.percent(at), "y", height - 6, "text-anchor", anchor);
            svg.close();
        }
    }

    private void stretched() {
        svg.open(
                "svg",
                "width",
                "100%",
                "height",
                height,
                "viewBox",
                "0 0 " + SvgWriter.number(ACROSS) + " " + height,
                "preserveAspectRatio",
                "none");
        List<List<QuartilePoint>> segments = LineSegments.of(chart.line(), chart.step());
        segments.forEach(segment -> svg.leaf("path", MarkStyle.BAND, "d", band(segment)));
        dots(Rating.GOOD, MarkStyle.DOT_GOOD);
        dots(Rating.NEEDS_IMPROVEMENT, MarkStyle.DOT_NEEDS_IMPROVEMENT);
        dots(null, MarkStyle.DOT_PLAIN);
        chart.others().forEach(this::other);
        segments.forEach(segment -> svg.leaf("path", MarkStyle.MEDIAN, "d", line(segment)));
        svg.close();
    }

    private void other(TrendChart.Series series) {
        svg.open(
                "g",
                "class",
                "c-series c-series-" + series.colorIndex(),
                "data-name",
                series.name(),
                "data-line",
                series.line().stream()
                        .map(one -> seconds(one.at()) + ":" + SvgWriter.number(one.median()))
                        .collect(Collectors.joining(" ")),
                "fill",
                "none",
                "stroke",
                SeriesColors.of(series.colorIndex()),
                "stroke-width",
                2,
                "stroke-dasharray",
                SeriesColors.dash(series.colorIndex()));
        svg.title(series.name());
        LineSegments.of(series.line(), chart.step())
                .forEach(segment -> svg.leaf("path", "d", line(segment), "vector-effect", "non-scaling-stroke"));
        svg.close();
    }

    private void dots(Rating rating, MarkStyle style) {
        String path = chart.dots().stream()
                .filter(dot -> dot.shade().orElse(null) == rating)
                .map(dot -> "M" + inner(dot.at()) + " " + SvgWriter.pixel(y.at(dot.value())) + "h0")
                .collect(Collectors.joining());
        if (!path.isEmpty()) {
            svg.leaf("path", style, "d", path);
        }
    }

    /** Triangles, each a separate path, because line caps cannot draw them. */
    private void poorDots() {
        chart.dots().stream()
                .filter(dot -> dot.shade().orElse(null) == Rating.POOR)
                .forEach(dot -> svg.open(
                                "svg",
                                "x",
                                SvgWriter.percent(across(dot.at())),
                                "y",
                                y.at(dot.value()),
                                "overflow",
                                "visible")
                        .leaf("path", MarkStyle.POOR, "d", "M0-4.5L4.5 3.5H-4.5z")
                        .close());
    }

    private String line(List<QuartilePoint> segment) {
        String path = segment.stream()
                .map(point -> inner(point.at()) + " " + SvgWriter.pixel(y.at(point.median())))
                .collect(Collectors.joining("L"));
        return "M" + path + (segment.size() == 1 ? "h0" : "");
    }

    private String band(List<QuartilePoint> segment) {
        StringBuilder path = new StringBuilder("M");
        path.append(segment.stream()
                .map(point -> inner(point.at()) + " " + SvgWriter.pixel(y.at(point.high())))
                .collect(Collectors.joining("L")));
        for (int i = segment.size() - 1; i >= 0; i--) {
            path.append('L')
                    .append(inner(segment.get(i).at()))
                    .append(' ')
                    .append(SvgWriter.pixel(y.at(segment.get(i).low())));
        }
        return path.append('z').toString();
    }

    /** The horizontal position inside the stretched SVG. */
    private String inner(Instant at) {
        return SvgWriter.number(Math.round(across(at) * ACROSS));
    }

    private double across(Instant at) {
        return x.at(at.toEpochMilli());
    }
}
