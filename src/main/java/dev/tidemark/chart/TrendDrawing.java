package dev.tidemark.chart;

import dev.tidemark.chart.TrendChart.Middle;
import dev.tidemark.measurement.Rating;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws a trend so that it fits any width without script: across, everything is a per cent of the width (texts) or lies in a
 * stretched inner picture whose strokes do not stretch (lines, dots); down, everything is in pixels.
 */
final class TrendDrawing {

    private static final double ACROSS = 10_000;
    private static final int TOP = 18;
    private static final int BOTTOM = 24;

    private final TrendChart chart;
    private final int height;
    private final boolean full;
    private final ValueTicks ticks;
    private final Scale x;
    private final Scale y;
    private final Svg svg = new Svg();

    TrendDrawing(TrendChart chart, int height, boolean full) {
        this.chart = chart;
        this.height = height;
        this.full = full;
        this.ticks = ValueTicks.over(
                chart.metric(), Math.min(chart.lowest(), chart.highest()), chart.highest(), full ? 5 : 2);
        this.x = new Scale(chart.from().toEpochMilli(), chart.to().toEpochMilli(), 0, 1);
        this.y = new Scale(ticks.low(), ticks.high(), height - BOTTOM, TOP);
    }

    static String asFile(String svg, int width, int height) {
        return svg.replaceFirst(
                "width=\"100%\"", "width=\"" + width + "\" viewBox=\"0 0 " + width + " " + height + "\"");
    }

    /** The same with a legend below it. */
    static String asFile(String svg, int width, int height, Legend legend) {
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
                chart.metric().unit().name().toLowerCase(Locale.ROOT),
                "data-metric",
                chart.metric().code(),
                "data-limit",
                chart.limit().isPresent() ? Svg.number(chart.limit().getAsDouble()) : "",
                "data-points",
                points(),
                "data-line",
                chart.line().stream()
                        .map(one -> seconds(one.at()) + ":" + Svg.number(one.median()) + ":" + Svg.number(one.low())
                                + ":" + Svg.number(one.high()))
                        .collect(Collectors.joining(" ")));
        MarkerDrawing markers = new MarkerDrawing(svg, chart, TOP, height - BOTTOM);
        markers.stretches();
        breaches();
        grid();
        timeAxis();
        stretched();
        poorDots();
        values();
        budget();
        markers.points(full);
        return svg.end();
    }

    /**
     * What the script shows under the pointer: seconds since the run before (of the first, since the start of the range), and
     * value. Runs come at even distances, so that most of a thousand pairs begin alike, which packs well.
     */
    private String points() {
        StringBuilder pairs = new StringBuilder();
        long before = 0;
        for (TrendChart.Dot dot : chart.dots()) {
            long at = seconds(dot.at());
            pairs.append(pairs.isEmpty() ? "" : " ")
                    .append(at - before)
                    .append(':')
                    .append(Svg.read(dot.value()));
            before = at;
        }
        return pairs.toString();
    }

    private long seconds(Instant at) {
        return at.getEpochSecond() - chart.from().getEpochSecond();
    }

    private void grid() {
        ticks.ticks()
                .forEach(tick -> svg.leaf("line", Ink.GRID, "x1", 0, "x2", "100%", "y1", y.at(tick), "y2", y.at(tick)));
    }

    /** Over the dots, or they could not be read. */
    private void values() {
        ticks.ticks()
                .forEach(tick -> svg.label(ValueText.of(chart.metric(), tick), Ink.AXIS, "x", 2, "y", y.at(tick) - 4));
    }

    private void timeAxis() {
        for (TimeTicks.Tick tick : TimeTicks.between(chart.from(), chart.to(), chart.zone())) {
            double at = across(tick.at());
            String anchor = at < 0.03 ? "start" : at > 0.97 ? "end" : "middle";
            svg.open("g", "class", tick.major() ? "t-major" : "t-minor");
            svg.leaf(
                    "line",
                    Ink.GRID,
                    "x1",
                    Svg.percent(at),
                    "x2",
                    Svg.percent(at),
                    "y1",
                    height - BOTTOM,
                    "y2",
                    height - BOTTOM + 4);
            svg.label(tick.label(), Ink.AXIS, "x", Svg.percent(at), "y", height - 6, "text-anchor", anchor);
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
                "0 0 " + Svg.number(ACROSS) + " " + height,
                "preserveAspectRatio",
                "none");
        List<List<Middle>> pieces = Pieces.of(chart.line(), chart.step());
        pieces.forEach(piece -> svg.leaf("path", Ink.BAND, "d", band(piece)));
        dots(Rating.GOOD, Ink.DOT_GOOD);
        dots(Rating.NEEDS_IMPROVEMENT, Ink.DOT_NEEDS_IMPROVEMENT);
        dots(null, Ink.DOT_PLAIN);
        chart.others().forEach(this::other);
        pieces.forEach(piece -> svg.leaf("path", Ink.MEDIAN, "d", line(piece)));
        svg.close();
    }

    private void other(TrendChart.Series series) {
        svg.open(
                "g",
                "class",
                "c-series c-series-" + series.tone(),
                "data-name",
                series.name(),
                "data-line",
                series.line().stream()
                        .map(one -> seconds(one.at()) + ":" + Svg.number(one.median()))
                        .collect(Collectors.joining(" ")),
                "fill",
                "none",
                "stroke",
                Tones.of(series.tone()),
                "stroke-width",
                2,
                "stroke-dasharray",
                Tones.dash(series.tone()));
        svg.title(series.name());
        Pieces.of(series.line(), chart.step())
                .forEach(piece -> svg.leaf("path", "d", line(piece), "vector-effect", "non-scaling-stroke"));
        svg.close();
    }

    private void dots(Rating rating, Ink ink) {
        String path = chart.dots().stream()
                .filter(dot -> dot.rating().orElse(null) == rating)
                .map(dot -> "M" + inner(dot.at()) + " " + Svg.pixel(y.at(dot.value())) + "h0")
                .collect(Collectors.joining());
        if (!path.isEmpty()) {
            svg.leaf("path", ink, "d", path);
        }
    }

    /** Triangles: a stroke's end cannot be one, so each is a shape of its own. */
    private void poorDots() {
        chart.dots().stream()
                .filter(dot -> dot.rating().orElse(null) == Rating.POOR)
                .forEach(dot -> svg.open(
                                "svg",
                                "x",
                                Svg.percent(across(dot.at())),
                                "y",
                                y.at(dot.value()),
                                "overflow",
                                "visible")
                        .leaf("path", Ink.POOR, "d", "M0-4.5L4.5 3.5H-4.5z")
                        .close());
    }

    private void breaches() {
        chart.limit().ifPresent(limit -> Pieces.over(chart.line(), limit, chart.step())
                .forEach(stretch -> {
                    String start = Svg.percent(within(stretch.from()));
                    double width = within(stretch.to()) - within(stretch.from());
                    svg.leaf(
                            "rect",
                            Ink.BREACH,
                            "x",
                            start,
                            "y",
                            TOP,
                            "width",
                            Svg.percent(width),
                            "height",
                            height - BOTTOM - TOP);
                }));
    }

    private void budget() {
        chart.limit().ifPresent(limit -> {
            if (limit > ticks.high() || limit < ticks.low()) {
                return;
            }
            double at = y.at(limit);
            svg.leaf("line", Ink.BUDGET, "x1", 0, "x2", "100%", "y1", at, "y2", at);
            Pieces.over(chart.line(), limit, chart.step())
                    .forEach(stretch -> svg.leaf(
                            "line",
                            Ink.BREACH_EDGE,
                            "x1",
                            Svg.percent(within(stretch.from())),
                            "x2",
                            Svg.percent(within(stretch.to())),
                            "y1",
                            at,
                            "y2",
                            at));
            if (full) {
                svg.label(
                        "budget " + ValueText.of(chart.metric(), limit),
                        Ink.BUDGET_LABEL,
                        "x",
                        "100%",
                        "dx",
                        -4,
                        "y",
                        at - 5,
                        "text-anchor",
                        "end");
            }
        });
    }

    private String line(List<Middle> piece) {
        String path = piece.stream()
                .map(point -> inner(point.at()) + " " + Svg.pixel(y.at(point.median())))
                .collect(Collectors.joining("L"));
        return "M" + path + (piece.size() == 1 ? "h0" : "");
    }

    private String band(List<Middle> piece) {
        StringBuilder path = new StringBuilder("M");
        path.append(piece.stream()
                .map(point -> inner(point.at()) + " " + Svg.pixel(y.at(point.high())))
                .collect(Collectors.joining("L")));
        for (int i = piece.size() - 1; i >= 0; i--) {
            path.append('L')
                    .append(inner(piece.get(i).at()))
                    .append(' ')
                    .append(Svg.pixel(y.at(piece.get(i).low())));
        }
        return path.append('z').toString();
    }

    /** The middle of a step stands for it. */
    private String inner(Instant at) {
        return Svg.number(Math.round(across(at) * ACROSS));
    }

    /** Steps may begin before the range and end after it. */
    private double within(Instant at) {
        return Math.min(1, Math.max(0, across(at)));
    }

    private double across(Instant at) {
        return x.at(at.toEpochMilli());
    }
}
