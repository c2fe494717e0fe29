package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.TrendChart.ChartAnnotation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Draws events: points in time as labelled lines, maintenance windows as bands, incidents as bars along the top. */
final class AnnotationDrawing {

    /** Width of a character as a share of a wide chart, and of one on a phone. */
    private static final double CHAR_WIDTH = 0.0068;

    private static final double CHAR_WIDTH_ON_PHONE = 0.019;
    private static final int MAX_LENGTH = 28;
    /** Minimum gap between two labels, in characters. */
    private static final int GAP = 2;

    private static final int BAR = 4;
    private static final double MIN_WIDTH = 0.002;

    private final SvgWriter svg;
    private final TrendChart chart;
    private final int top;
    private final int bottom;
    private double labelEnd = -1;
    private double labelEndOnPhone = -1;

    AnnotationDrawing(SvgWriter svg, TrendChart chart, int top, int bottom) {
        this.svg = svg;
        this.chart = chart;
        this.top = top;
        this.bottom = bottom;
    }

    /** Events with a duration, drawn in the background. */
    void ranges() {
        for (ChartAnnotation marker : sorted()) {
            marker.until().ifPresent(until -> range(marker, until));
        }
    }

    /** Events without a duration, drawn in the foreground. @param withLabels whether the chart has labels */
    void points(boolean withLabels) {
        for (ChartAnnotation marker : sorted()) {
            if (marker.until().isEmpty()) {
                point(marker, withLabels);
            }
        }
    }

    private void range(ChartAnnotation marker, Instant until) {
        double from = within(marker.at());
        double width = Math.max(MIN_WIDTH, within(until) - from);
        boolean isBar = marker.kind().equals("incident");
        begin(marker);
        svg.leaf(
                "rect",
                isBar ? MarkStyle.INCIDENT : MarkStyle.MAINTENANCE,
                "x",
                SvgWriter.percent(from),
                "y",
                top - BAR,
                "width",
                SvgWriter.percent(width),
                "height",
                isBar ? BAR : bottom - top + BAR);
        svg.close();
    }

    private void point(ChartAnnotation marker, boolean withLabels) {
        String at = SvgWriter.percent(within(marker.at()));
        begin(marker);
        svg.leaf("line", MarkStyle.MARKER, "x1", at, "x2", at, "y1", withLabels ? 2 : top - 6, "y2", bottom);
        if (withLabels) {
            label(marker, within(marker.at()));
        }
        svg.close();
    }

    /** Omitted if it would overlap the previous one; on a phone more labels are omitted. */
    private void label(ChartAnnotation marker, double at) {
        String text = marker.label().length() > MAX_LENGTH
                ? marker.label().substring(0, MAX_LENGTH - 1) + "…"
                : marker.label();
        boolean alignedRight = at > 0.8;
        double begin = alignedRight ? at - CHAR_WIDTH * text.length() : at;
        if (begin < labelEnd) {
            return;
        }
        boolean onPhone = (alignedRight ? at - CHAR_WIDTH_ON_PHONE * text.length() : at) >= labelEndOnPhone;
        int characters = text.length() + GAP;
        labelEnd = alignedRight ? at : at + CHAR_WIDTH * characters;
        labelEndOnPhone = onPhone ? alignedRight ? at : at + CHAR_WIDTH_ON_PHONE * characters : labelEndOnPhone;
        svg.open("g", "class", onPhone ? "t-major" : "t-minor");
        svg.label(
                text,
                MarkStyle.MARKER_LABEL,
                "x",
                SvgWriter.percent(at),
                "dx",
                alignedRight ? -4 : 4,
                "y",
                11,
                "text-anchor",
                alignedRight ? "end" : "start");
        svg.close();
    }

    private void begin(ChartAnnotation marker) {
        svg.open(
                        "g",
                        "class",
                        "c-what c-what-" + marker.kind(),
                        "data-at",
                        marker.at().toEpochMilli())
                .title(LocalizedMessage.of("chart.event." + marker.kind(), marker.title()));
    }

    private List<ChartAnnotation> sorted() {
        return chart.markers().stream()
                .filter(one -> one.at().isBefore(chart.to()))
                .filter(one -> !one.until().orElse(one.at()).isBefore(chart.from()))
                .sorted(Comparator.comparing(ChartAnnotation::at))
                .toList();
    }

    private double within(Instant at) {
        double whole = chart.to().toEpochMilli() - chart.from().toEpochMilli();
        return Math.min(1, Math.max(0, (at.toEpochMilli() - chart.from().toEpochMilli()) / whole));
    }
}
