package dev.tidemark.reporting.chart;

import java.util.ArrayList;
import java.util.List;

/** Draws failed runs as crosses along the bottom of a chart: they have a time, but no value. */
final class FailureDrawing {

    private static final int ABOVE_AXIS = 7;

    private final SvgWriter svg;
    private final TrendChart chart;
    private final double y;

    FailureDrawing(SvgWriter svg, TrendChart chart, int bottom) {
        this.svg = svg;
        this.chart = chart;
        this.y = bottom - ABOVE_AXIS;
    }

    void draw() {
        for (FailedRuns failed : chart.failures()) {
            if (!failed.at().isBefore(chart.from()) && failed.at().isBefore(chart.to())) {
                mark(failed);
            }
        }
    }

    /** What the crosses mean; empty without failed runs. */
    static List<ChartLegend.LegendEntry> legend(List<FailedRuns> failures) {
        List<ChartLegend.LegendEntry> entries = new ArrayList<>();
        if (failures.stream().anyMatch(one -> !one.isOfMonitor())) {
            entries.add(ChartLegend.CrossEntry.of("chart.legend.failed", MarkStyle.FAILED));
        }
        if (failures.stream().anyMatch(FailedRuns::isOfMonitor)) {
            entries.add(ChartLegend.CrossEntry.of("chart.legend.monitorFailed", MarkStyle.MONITOR_FAILED));
        }
        return entries;
    }

    /** The same elements as those of an event, so that the cursor of the page reads its title. */
    private void mark(FailedRuns failed) {
        svg.open(
                        "g",
                        "class",
                        failed.isOfMonitor() ? "c-what c-what-monitor-failed" : "c-what c-what-failed",
                        "data-at",
                        failed.at().toEpochMilli())
                .title(failed.title());
        svg.open("svg", "x", SvgWriter.percent(across(failed)), "y", y, "overflow", "visible");
        svg.leaf("path", failed.isOfMonitor() ? MarkStyle.MONITOR_FAILED : MarkStyle.FAILED, "d", ChartLegend.CROSS);
        svg.close();
        svg.close();
    }

    private double across(FailedRuns failed) {
        double whole = chart.to().toEpochMilli() - chart.from().toEpochMilli();
        return (failed.at().toEpochMilli() - chart.from().toEpochMilli()) / whole;
    }
}
