package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Timeline of one page load: points in time (FCP, LCP, layout shifts) as flags, long tasks as blocks.
 *
 * @param end of the axis, ms from navigation start
 */
public record TimelineChart(LocalizedMessage description, List<Moment> moments, List<TaskBlock> tasks, double end) {

    private static final int ROW = 14;
    private static final int MAX_ROWS = 6;
    private static final int BELOW = 38;
    private static final int FILE_WIDTH = 960;

    /** Approximate width of a character as a share of the axis, on the narrowest layout. */
    private static final double CHAR_WIDTH = 1 / 110.0;

    /** @param kind css-safe name: paint, interactive, shift or load */
    public record Moment(LocalizedMessage label, String kind, double atMillis) {}

    /** A long task of the main thread. */
    public record TaskBlock(double startMillis, double durationMillis) {}

    public TimelineChart {
        moments = moments.stream()
                .sorted(Comparator.comparingDouble(Moment::atMillis))
                .toList();
        tasks = List.copyOf(tasks);
    }

    /** A standalone file of a fixed width. */
    public String file() {
        return TrendChartRenderer.asFile(draw(new SvgWriter()), FILE_WIDTH, floor(rows()) + BELOW);
    }

    /** For a page. */
    public String draw(Messages messages) {
        return draw(new SvgWriter(messages));
    }

    private String draw(SvgWriter svg) {
        int[] rows = rows();
        int floor = floor(rows);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart strip",
                "width",
                "100%",
                "height",
                floor + BELOW,
                "role",
                "img",
                "aria-label",
                description);
        tasks(svg, floor);
        axis(svg, floor + 32);
        // All lines first, then all labels, so that no line crosses a label.
        for (int i = 0; i < moments.size(); i++) {
            line(svg, moments.get(i), rows[i], floor);
        }
        for (int i = 0; i < moments.size(); i++) {
            label(svg, moments.get(i), rows[i]);
        }
        return svg.end();
    }

    private static int floor(int[] rows) {
        return ROW * (Arrays.stream(rows).max().orElse(0) + 1) + 8;
    }

    /** For each point in time the first row in which its label overlaps no other; the last row when all are taken. */
    int[] rows() {
        int[] rows = new int[moments.size()];
        double[] ends = new double[MAX_ROWS];
        for (int i = 0; i < rows.length; i++) {
            double width = moments.get(i).label().toString().length() * CHAR_WIDTH;
            double at = Math.min(1, moments.get(i).atMillis() / end);
            double start = isLate(moments.get(i)) ? at - width : at;
            while (rows[i] < MAX_ROWS - 1 && ends[rows[i]] > start) {
                rows[i]++;
            }
            ends[rows[i]] = start + width;
        }
        return rows;
    }

    private void tasks(SvgWriter svg, int y) {
        svg.leaf("rect", "class", "strip-lane", "x", 0, "y", y, "width", "100%", "height", 16, "fill", "#eef2f4");
        for (TaskBlock task : tasks) {
            svg.open("g")
                    .title(LocalizedMessage.of(
                            "chart.timeline.longTask",
                            MetricFormat.of(Unit.MILLISECONDS, task.durationMillis()),
                            MetricFormat.of(Unit.MILLISECONDS, task.startMillis())));
            svg.leaf(
                    "rect",
                    "class",
                    "strip-task",
                    "x",
                    share(task.startMillis()),
                    "y",
                    y,
                    "width",
                    share(task.durationMillis()),
                    "height",
                    16,
                    "fill",
                    "#d9a441");
            svg.close();
        }
    }

    private boolean isLate(Moment moment) {
        return moment.atMillis() / end > 0.8;
    }

    private void line(SvgWriter svg, Moment moment, int row, int floor) {
        String at = share(moment.atMillis());
        svg.open("g", "class", "flag flag-" + moment.kind());
        svg.leaf("line", MarkStyle.MARKER, "x1", at, "x2", at, "y1", row * ROW + 2, "y2", floor + 16);
        svg.close();
    }

    private void label(SvgWriter svg, Moment moment, int row) {
        boolean isLate = isLate(moment);
        svg.label(
                moment.label(),
                MarkStyle.MARKER_LABEL,
                "x",
                share(moment.atMillis()),
                "dx",
                isLate ? -4 : 4,
                "y",
                row * ROW + 12,
                "text-anchor",
                isLate ? "end" : "start");
    }

    private void axis(SvgWriter svg, int y) {
        for (double tick : ValueTicks.over(0, end, 6).ticks()) {
            if (tick <= end) {
                double at = tick / end;
                svg.label(
                        MetricFormat.of(Unit.MILLISECONDS, tick),
                        MarkStyle.AXIS,
                        "x",
                        SvgWriter.percent(at),
                        "y",
                        y,
                        "text-anchor",
                        at < 0.03 ? "start" : at > 0.95 ? "end" : "middle");
            }
        }
    }

    private String share(double millis) {
        return SvgWriter.percent(Math.min(1, millis / end));
    }
}
