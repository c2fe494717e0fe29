package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.util.List;

/** A stacked bar: the phases of an LCP, the bytes of a page by resource type. */
public record StackedBar(LocalizedMessage description, List<BarSegment> parts) {

    private static final int HEIGHT = 22;
    private static final int TITLE = 22;
    private static final int FILE_WIDTH = 960;

    /** @param colorIndex index of the series colour, 1 to 8 */
    public record BarSegment(LocalizedMessage name, double value, String text, int colorIndex) {}

    public StackedBar {
        parts = List.copyOf(parts);
    }

    /** For a page. */
    public String draw(Messages messages) {
        SvgWriter svg = root(new SvgWriter(messages), HEIGHT);
        bar(svg, 0);
        return svg.end();
    }

    /** A standalone file of a fixed width, with title and legend. */
    public String file() {
        ChartLegend legend = new ChartLegend(
                parts.stream()
                        .<ChartLegend.LegendEntry>map(part -> new ChartLegend.LineEntry(
                                LocalizedMessage.of("chart.parts.legend", part.name(), part.text())
                                        .toString(),
                                SeriesColors.of(part.colorIndex()),
                                ChartLegend.SOLID))
                        .toList(),
                FILE_WIDTH);
        int below = TITLE + HEIGHT + 4;
        SvgWriter svg = root(new SvgWriter(), below);
        svg.label(description, MarkStyle.MARKER_LABEL, "x", 0, "y", TITLE - 8);
        bar(svg, TITLE);
        return TrendChartRenderer.asFile(svg.end(), FILE_WIDTH, below, legend);
    }

    private SvgWriter root(SvgWriter svg, int height) {
        return svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "parts",
                "width",
                "100%",
                "height",
                height,
                "role",
                "img",
                "aria-label",
                description);
    }

    private void bar(SvgWriter svg, int y) {
        double total = parts.stream().mapToDouble(BarSegment::value).sum();
        double start = 0;
        for (BarSegment part : parts) {
            double width = total > 0 ? part.value() / total : 0;
            if (width > 0) {
                svg.open("g").title(LocalizedMessage.of("chart.parts.legend", part.name(), part.text()));
                svg.leaf(
                        "rect",
                        "class",
                        "tone-" + part.colorIndex(),
                        "x",
                        SvgWriter.percent(start),
                        "y",
                        y,
                        "width",
                        SvgWriter.percent(width),
                        "height",
                        HEIGHT,
                        "fill",
                        SeriesColors.of(part.colorIndex()));
                svg.close();
            }
            start += width;
        }
    }
}
