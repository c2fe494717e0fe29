package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Locale;

/**
 * The waterfall of a page load as one image: each request with its name, phases and duration on the timeline of the page.
 *
 * @param omitted number of requests that are left out
 * @param end of the axis, ms from navigation start
 */
public record WaterfallChart(
        LocalizedMessage description,
        List<WaterfallChartRow> rows,
        int omitted,
        List<WaterfallBar.Mark> marks,
        double end) {

    private static final int WIDTH = 960;
    private static final int BARS = 270;
    private static final int BARS_END = 880;
    private static final int TOP = 22;
    private static final int ROW = 17;
    private static final int MAX_NAME_LENGTH = 38;
    private static final int MIN_WIDTH = 1;

    /** A request. @param time its duration, formatted */
    public record WaterfallChartRow(
            String name, LocalizedMessage time, boolean failed, List<WaterfallBar.Phase> phases) {
        public WaterfallChartRow {
            phases = List.copyOf(phases);
        }
    }

    public WaterfallChart {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    /** A standalone file; its height depends on the number of rows. */
    public String file() {
        int bottom = TOP + ROW * rows.size();
        int height = bottom + (omitted > 0 ? 40 : 24);
        SvgWriter svg = SvgWriter.document(WIDTH, height, description);
        axis(svg, bottom);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + ROW * i);
        }
        marks.forEach(mark -> mark(svg, mark, bottom));
        if (omitted > 0) {
            svg.label(LocalizedMessage.of("chart.waterfall.more", omitted), MarkStyle.AXIS, "x", 0, "y", height - 6);
        }
        return svg.end();
    }

    private void axis(SvgWriter svg, int bottom) {
        ValueTicks.over(0, end, 6).ticks().stream().filter(tick -> tick <= end).forEach(tick -> {
            svg.leaf("line", MarkStyle.GRID, "x1", across(tick), "x2", across(tick), "y1", TOP, "y2", bottom);
            svg.label(
                    MetricFormat.of(Unit.MILLISECONDS, tick),
                    MarkStyle.AXIS,
                    "x",
                    across(tick),
                    "y",
                    bottom + 16,
                    "text-anchor",
                    "middle");
        });
    }

    private void row(SvgWriter svg, WaterfallChartRow row, int top) {
        String name =
                row.name().length() > MAX_NAME_LENGTH ? row.name().substring(0, MAX_NAME_LENGTH - 1) + "…" : row.name();
        svg.label(name, row.failed() ? MarkStyle.FAILED_LABEL : MarkStyle.MARKER_LABEL, "x", 0, "y", top + 12);
        for (WaterfallBar.Phase phase : row.phases()) {
            boolean queue = phase.name().equals("queue");
            svg.leaf(
                    "rect",
                    "x",
                    across(phase.startMillis()),
                    "y",
                    top + (queue ? 7 : 3),
                    "width",
                    Math.max(
                            MIN_WIDTH,
                            across(phase.startMillis() + phase.durationMillis()) - across(phase.startMillis())),
                    "height",
                    queue ? 2 : 10,
                    "fill",
                    SeriesColors.ofPhase(phase.name()));
        }
        svg.label(row.time(), MarkStyle.AXIS, "x", WIDTH, "y", top + 12, "text-anchor", "end");
    }

    /** The label of the last mark is left-aligned, the others right-aligned: FCP and LCP may coincide. */
    private void mark(SvgWriter svg, WaterfallBar.Mark mark, int bottom) {
        double at = across(mark.atMillis());
        boolean last = mark.equals(marks.get(marks.size() - 1));
        svg.leaf("line", MarkStyle.MARKER, "x1", at, "x2", at, "y1", 2, "y2", bottom);
        svg.label(
                mark.name().toUpperCase(Locale.ROOT) + " " + MetricFormat.of(Unit.MILLISECONDS, mark.atMillis()),
                MarkStyle.MARKER_LABEL,
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
