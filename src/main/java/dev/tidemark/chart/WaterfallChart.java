package dev.tidemark.chart;

import dev.tidemark.measurement.Unit;
import java.util.List;
import java.util.Locale;

/**
 * The waterfall of a load as one picture: each request with its name, its phases and its time, over the axis of the page.
 *
 * @param left requests that are not in it
 * @param end of the axis, ms from navigation start
 */
public record WaterfallChart(String description, List<Row> rows, int left, List<RequestBar.Mark> marks, double end) {

    private static final int WIDTH = 960;
    private static final int BARS = 270;
    private static final int BARS_END = 880;
    private static final int TOP = 22;
    private static final int ROW = 17;
    private static final int LONGEST = 38;
    private static final int THINNEST = 1;

    /** A request. @param time how long it took, in words */
    public record Row(String name, String time, boolean failed, List<RequestBar.Phase> phases) {
        public Row {
            phases = List.copyOf(phases);
        }
    }

    public WaterfallChart {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    /** A file on its own, as high as it has rows. */
    public String file() {
        int bottom = TOP + ROW * rows.size();
        int height = bottom + (left > 0 ? 40 : 24);
        Svg svg = Svg.picture(WIDTH, height, description);
        axis(svg, bottom);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + ROW * i);
        }
        marks.forEach(mark -> mark(svg, mark, bottom));
        if (left > 0) {
            svg.label("and " + left + " more", Ink.AXIS, "x", 0, "y", height - 6);
        }
        return svg.end();
    }

    private void axis(Svg svg, int bottom) {
        ValueTicks.over(0, end, 6).ticks().stream().filter(tick -> tick <= end).forEach(tick -> {
            svg.leaf("line", Ink.GRID, "x1", across(tick), "x2", across(tick), "y1", TOP, "y2", bottom);
            svg.label(
                    ValueText.of(Unit.MILLISECONDS, tick),
                    Ink.AXIS,
                    "x",
                    across(tick),
                    "y",
                    bottom + 16,
                    "text-anchor",
                    "middle");
        });
    }

    private void row(Svg svg, Row row, int top) {
        String name = row.name().length() > LONGEST ? row.name().substring(0, LONGEST - 1) + "…" : row.name();
        svg.label(name, row.failed() ? Ink.FAILED_LABEL : Ink.MARKER_LABEL, "x", 0, "y", top + 12);
        for (RequestBar.Phase phase : row.phases()) {
            boolean queue = phase.name().equals("queue");
            svg.leaf(
                    "rect",
                    "x",
                    across(phase.startMillis()),
                    "y",
                    top + (queue ? 7 : 3),
                    "width",
                    Math.max(
                            THINNEST,
                            across(phase.startMillis() + phase.durationMillis()) - across(phase.startMillis())),
                    "height",
                    queue ? 2 : 10,
                    "fill",
                    Tones.ofPhase(phase.name()));
        }
        svg.label(row.time(), Ink.AXIS, "x", WIDTH, "y", top + 12, "text-anchor", "end");
    }

    /** The last one's words run rightwards, those of the others leftwards: FCP and LCP may be the same moment. */
    private void mark(Svg svg, RequestBar.Mark mark, int bottom) {
        double at = across(mark.atMillis());
        boolean last = mark.equals(marks.get(marks.size() - 1));
        svg.leaf("line", Ink.MARKER, "x1", at, "x2", at, "y1", 2, "y2", bottom);
        svg.label(
                mark.name().toUpperCase(Locale.ROOT) + " " + ValueText.of(Unit.MILLISECONDS, mark.atMillis()),
                Ink.MARKER_LABEL,
                "x",
                at,
                "dx",
                last ? 4 : -4,
                "y",
                11,
                "text-anchor",
                last ? "start" : "end");
    }

    private double across(double millis) {
        return BARS + (BARS_END - BARS) * Math.min(1, Math.max(0, millis / end));
    }
}
