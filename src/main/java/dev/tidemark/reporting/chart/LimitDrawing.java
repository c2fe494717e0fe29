package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the limits of a chart: a dashed line each, and the periods in which the median is over one of them. */
final class LimitDrawing {

    /** Height of a label, in px. */
    static final int LABEL = 13;

    private static final int ABOVE_LINE = 5;
    private static final int BELOW_LINE = 13;

    private final SvgWriter svg;
    private final TrendChart chart;
    private final LinearScale y;
    private final int top;
    private final int bottom;

    LimitDrawing(SvgWriter svg, TrendChart chart, LinearScale y, int top, int bottom) {
        this.svg = svg;
        this.chart = chart;
        this.y = y;
        this.top = top;
        this.bottom = bottom;
    }

    /** One label, at its baseline, for limits whose own labels would overlap. */
    record LimitLabel(double baseline, List<LimitLine> limits) {

        LocalizedMessage text() {
            return LocalizedMessage.list(limits.stream().map(LimitLine::label).toList());
        }
    }

    /** Drawn behind everything else. */
    void breaches() {
        for (LineSegments.LineSegment segment : over()) {
            svg.leaf(
                    "rect",
                    MarkStyle.BREACH,
                    "x",
                    SvgWriter.percent(within(segment.from())),
                    "y",
                    top,
                    "width",
                    SvgWriter.percent(within(segment.to()) - within(segment.from())),
                    "height",
                    bottom - top);
        }
    }

    /** Drawn below the labels of the axis. */
    void lines() {
        for (LimitLine limit : chart.limits()) {
            double at = y.at(limit.threshold().value());
            svg.leaf("line", MarkStyle.BUDGET, "x1", 0, "x2", "100%", "y1", at, "y2", at);
            LineSegments.violations(chart.line(), limit::isViolatedBy, chart.step())
                    .forEach(segment -> svg.leaf(
                            "line",
                            MarkStyle.BREACH_EDGE,
                            "x1",
                            SvgWriter.percent(within(segment.from())),
                            "x2",
                            SvgWriter.percent(within(segment.to())),
                            "y1",
                            at,
                            "y2",
                            at));
        }
    }

    void labels() {
        placed().forEach(label -> svg.label(
                label.text(),
                MarkStyle.BUDGET_LABEL,
                "x",
                "100%",
                "dx",
                -4,
                "y",
                label.baseline(),
                "text-anchor",
                "end"));
    }

    /** From the highest line to the lowest. Lines that are closer than a label is high share one. */
    private List<LimitLabel> placed() {
        List<LimitLabel> labels = new ArrayList<>();
        List<LimitLine> sorted = chart.limits().stream()
                .sorted(Comparator.comparingDouble(
                        limit -> y.at(limit.threshold().value())))
                .toList();
        for (LimitLine limit : sorted) {
            double baseline = baseline(y.at(limit.threshold().value()));
            LimitLabel last = labels.isEmpty() ? null : labels.get(labels.size() - 1);
            if (last != null && baseline - last.baseline() < LABEL) {
                List<LimitLine> both = new ArrayList<>(last.limits());
                both.add(limit);
                labels.set(labels.size() - 1, new LimitLabel(last.baseline(), both));
            } else {
                labels.add(new LimitLabel(baseline, List.of(limit)));
            }
        }
        return labels;
    }

    /** Above its line, or below it where the labels of events are. */
    private double baseline(double line) {
        return line - ABOVE_LINE - LABEL < top ? line + BELOW_LINE : line - ABOVE_LINE;
    }

    private List<LineSegments.LineSegment> over() {
        return LineSegments.violations(
                chart.line(),
                median -> chart.limits().stream().anyMatch(limit -> limit.isViolatedBy(median)),
                chart.step());
    }

    /** Clipped to the range: a step may begin before it or end after it. */
    private double within(Instant at) {
        double whole = chart.to().toEpochMilli() - chart.from().toEpochMilli();
        return Math.min(1, Math.max(0, (at.toEpochMilli() - chart.from().toEpochMilli()) / whole));
    }
}
