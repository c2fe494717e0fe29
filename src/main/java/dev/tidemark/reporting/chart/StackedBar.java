package dev.tidemark.reporting.chart;

import java.util.List;

/** A whole in its parts, side by side: where the time of an LCP went, what the bytes of a page are. */
public record StackedBar(String description, List<Part> parts) {

    private static final int HEIGHT = 22;
    private static final int TITLE = 22;
    private static final int FILE_WIDTH = 960;

    /** @param tone 1 to 8: which of the page's series colours */
    public record Part(String name, double value, String text, int tone) {}

    public StackedBar {
        parts = List.copyOf(parts);
    }

    public String draw() {
        SvgWriter svg = root(HEIGHT);
        bar(svg, 0);
        return svg.end();
    }

    /** A file on its own, of a fixed width, with its title and what the colours mean. */
    public String file() {
        ChartLegend legend = new ChartLegend(
                parts.stream()
                        .map(part ->
                                new ChartLegend.LegendEntry(part.name() + ": " + part.text(), SeriesColors.of(part.tone()), ChartLegend.WHOLE))
                        .toList(),
                FILE_WIDTH);
        int below = TITLE + HEIGHT + 4;
        SvgWriter svg = root(below);
        svg.label(description, MarkStyle.MARKER_LABEL, "x", 0, "y", TITLE - 8);
        bar(svg, TITLE);
        return TrendChartRenderer.asFile(svg.end(), FILE_WIDTH, below, legend);
    }

    private SvgWriter root(int height) {
        return new SvgWriter()
                .open(
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
        double whole = parts.stream().mapToDouble(Part::value).sum();
        double start = 0;
        for (Part part : parts) {
            double width = whole > 0 ? part.value() / whole : 0;
            if (width > 0) {
                svg.open("g").title(part.name() + " " + part.text());
                svg.leaf(
                        "rect",
                        "class",
                        "tone-" + part.tone(),
                        "x",
                        SvgWriter.percent(start),
                        "y",
                        y,
                        "width",
                        SvgWriter.percent(width),
                        "height",
                        HEIGHT,
                        "fill",
                        SeriesColors.of(part.tone()));
                svg.close();
            }
            start += width;
        }
    }
}
