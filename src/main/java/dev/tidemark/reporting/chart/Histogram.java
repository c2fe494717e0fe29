package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * Distribution of a metric's values, each bar in the colour of its highest value, with the median and the 75th percentile.
 *
 * @param values of the runs, or a smaller sample with the same distribution
 * @param runs number of runs that the values represent
 * @param shade of a value: like a good, a fair or a poor one; empty for a neutral one
 */
public record Histogram(Metric metric, double[] values, int runs, DoubleFunction<Optional<Rating>> shade) {

    private static final int HEIGHT = 192;
    private static final int FLOOR = HEIGHT - 22;
    private static final int TOP = 32;
    private static final int BINS = 28;
    private static final int FILE_WIDTH = 960;

    /** Labels right of it are right-aligned, so that they stay inside a narrow chart. */
    private static final double MIDDLE = 0.5;

    /** For a page. */
    public String draw(Messages messages) {
        return draw(new SvgWriter(messages));
    }

    private String draw(SvgWriter svg) {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart histogram",
                "width",
                "100%",
                "height",
                HEIGHT,
                "role",
                "img",
                "aria-label",
                summary());
        if (values.length > 0) {
            ValueTicks ticks = ticks();
            bars(svg, ticks);
            axis(svg, ticks);
            quantile(svg, ticks, "chart.histogram.median", 0.5, 12);
            quantile(svg, ticks, "chart.histogram.p75", 0.75, 26);
        } else {
            svg.label(
                    LocalizedMessage.of("chart.histogram.noRuns"),
                    MarkStyle.AXIS,
                    "x",
                    "50%",
                    "y",
                    HEIGHT / 2,
                    "text-anchor",
                    "middle");
        }
        return svg.end();
    }

    /** A standalone file of a fixed width. */
    public String file() {
        return TrendChartRenderer.asFile(draw(new SvgWriter()), FILE_WIDTH, HEIGHT);
    }

    /** A range of values, low (inclusive) to high (exclusive), and the number of runs in it. */
    public record Bin(double low, double high, long runs) {}

    /** The non-empty bins, lowest first, for a table. */
    public List<Bin> bins() {
        if (values.length == 0) {
            return List.of();
        }
        ValueTicks ticks = ticks();
        int[] counts = counts(ticks);
        double width = (ticks.high() - ticks.low()) / BINS;
        return IntStream.range(0, BINS)
                .filter(i -> counts[i] > 0)
                .mapToObj(i -> new Bin(ticks.low() + i * width, ticks.low() + (i + 1) * width, runs(counts[i])))
                .toList();
    }

    /** Number of values per bin, from the low end of the axis to its high end. */
    int[] counts(ValueTicks ticks) {
        int[] counts = new int[BINS];
        for (double value : values) {
            counts[bin(ticks, value)]++;
        }
        return counts;
    }

    private static int bin(ValueTicks ticks, double value) {
        int bin = (int) ((value - ticks.low()) / (ticks.high() - ticks.low()) * BINS);
        return Math.min(Math.max(bin, 0), BINS - 1);
    }

    private double highest(ValueTicks ticks, int bin) {
        return Arrays.stream(values)
                .filter(value -> bin(ticks, value) == bin)
                .max()
                .orElseThrow();
    }

    ValueTicks ticks() {
        return ValueTicks.over(
                metric,
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(1),
                6);
    }

    private void bars(SvgWriter svg, ValueTicks ticks) {
        int[] counts = counts(ticks);
        int highest = Arrays.stream(counts).max().orElse(1);
        double binWidth = (ticks.high() - ticks.low()) / BINS;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                double height = Math.max(2, (FLOOR - TOP) * (double) counts[i] / highest);
                double low = ticks.low() + i * binWidth;
                svg.open("g")
                        .title(LocalizedMessage.of(
                                "chart.histogram.bin",
                                MetricFormat.of(metric, low),
                                MetricFormat.of(metric, low + binWidth),
                                runs(counts[i])));
                svg.leaf(
                        "rect",
                        MarkStyle.fill(shade.apply(highest(ticks, i))),
                        "x",
                        SvgWriter.percent((i + 0.08) / BINS),
                        "y",
                        FLOOR - height,
                        "width",
                        SvgWriter.percent(0.84 / BINS),
                        "height",
                        height,
                        "rx",
                        1.5);
                svg.close();
            }
        }
    }

    private long runs(int count) {
        return Math.round((double) count * runs / values.length);
    }

    private void axis(SvgWriter svg, ValueTicks ticks) {
        svg.leaf("line", MarkStyle.GRID, "x1", 0, "x2", "100%", "y1", FLOOR, "y2", FLOOR);
        LinearScale x = new LinearScale(ticks.low(), ticks.high(), 0, 1);
        for (double tick : ticks.ticks()) {
            double at = x.at(tick);
            svg.label(
                    MetricFormat.of(metric, tick),
                    MarkStyle.AXIS,
                    "x",
                    SvgWriter.percent(at),
                    "y",
                    HEIGHT - 6,
                    "text-anchor",
                    at < 0.03 ? "start" : at > 0.97 ? "end" : "middle");
        }
    }

    private void quantile(SvgWriter svg, ValueTicks ticks, String key, double fraction, int y) {
        double value = Quantile.of(values, fraction);
        double at = new LinearScale(ticks.low(), ticks.high(), 0, 1).at(value);
        boolean late = at > MIDDLE;
        svg.leaf(
                "line",
                MarkStyle.MARKER,
                "x1",
                SvgWriter.percent(at),
                "x2",
                SvgWriter.percent(at),
                "y1",
                y - 9,
                "y2",
                FLOOR);
        svg.label(
                LocalizedMessage.of(key, MetricFormat.of(metric, value)),
                MarkStyle.MARKER_LABEL,
                "x",
                SvgWriter.percent(at),
                "dx",
                late ? -4 : 4,
                "y",
                y,
                "text-anchor",
                late ? "end" : "start");
    }

    private LocalizedMessage summary() {
        return values.length == 0
                ? LocalizedMessage.of("chart.summary.noRuns", metric.title())
                : LocalizedMessage.of(
                        "chart.histogram.summary",
                        metric.title(),
                        runs,
                        MetricFormat.of(metric, Quantile.of(values, 0.5)),
                        MetricFormat.of(metric, Quantile.of(values, 0.75)));
    }
}
