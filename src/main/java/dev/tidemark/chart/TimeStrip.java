package dev.tidemark.chart;

import java.util.Comparator;
import java.util.List;

/**
 * The axis of one page load: moments (FCP, LCP, shifts) as flags, long tasks as blocks.
 *
 * @param end of the axis, ms from navigation start
 */
public record TimeStrip(String description, List<Moment> moments, List<Task> tasks, double end) {

    private static final int ROW = 14;
    private static final int ROWS = 3;
    private static final int TASKS = ROW * ROWS + 8;
    private static final int HEIGHT = TASKS + 38;

    /** @param kind css-safe name: paint, interactive, shift or load */
    public record Moment(String label, String kind, double atMillis) {}

    /** A time in which the main thread was busy. */
    public record Task(double startMillis, double durationMillis) {}

    public TimeStrip {
        moments = moments.stream()
                .sorted(Comparator.comparingDouble(Moment::atMillis))
                .toList();
        tasks = List.copyOf(tasks);
    }

    public String draw() {
        Svg svg = new Svg()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart strip",
                        "width",
                        "100%",
                        "height",
                        HEIGHT,
                        "role",
                        "img",
                        "aria-label",
                        description);
        svg.leaf("rect", "class", "strip-lane", "x", 0, "y", TASKS, "width", "100%", "height", 16, "fill", "#eef2f4");
        for (Task task : tasks) {
            svg.open("g")
                    .title("Long task of " + Math.round(task.durationMillis()) + " ms at "
                            + Math.round(task.startMillis()) + " ms");
            svg.leaf(
                    "rect",
                    "class",
                    "strip-task",
                    "x",
                    share(task.startMillis()),
                    "y",
                    TASKS,
                    "width",
                    share(task.durationMillis()),
                    "height",
                    16,
                    "fill",
                    "#d9a441");
            svg.close();
        }
        axis(svg);
        // First all lines, then all words, so that no line crosses a word.
        for (int i = 0; i < moments.size(); i++) {
            line(svg, moments.get(i), i % ROWS);
        }
        for (int i = 0; i < moments.size(); i++) {
            words(svg, moments.get(i), i % ROWS);
        }
        return svg.end();
    }

    private void line(Svg svg, Moment moment, int row) {
        String at = share(moment.atMillis());
        svg.open("g", "class", "flag flag-" + moment.kind());
        svg.leaf("line", Ink.MARKER, "x1", at, "x2", at, "y1", row * ROW + 2, "y2", TASKS + 16);
        svg.close();
    }

    private void words(Svg svg, Moment moment, int row) {
        boolean late = moment.atMillis() / end > 0.8;
        svg.label(
                moment.label(),
                Ink.MARKER_LABEL,
                "x",
                share(moment.atMillis()),
                "dx",
                late ? -4 : 4,
                "y",
                row * ROW + 12,
                "text-anchor",
                late ? "end" : "start");
    }

    private void axis(Svg svg) {
        for (double tick : ValueTicks.over(0, end, 6).ticks()) {
            if (tick <= end) {
                double at = tick / end;
                svg.label(
                        ValueText.of(dev.tidemark.measurement.Unit.MILLISECONDS, tick),
                        Ink.AXIS,
                        "x",
                        Svg.percent(at),
                        "y",
                        HEIGHT - 6,
                        "text-anchor",
                        at < 0.03 ? "start" : at > 0.95 ? "end" : "middle");
            }
        }
    }

    private String share(double millis) {
        return Svg.percent(Math.min(1, millis / end));
    }
}
