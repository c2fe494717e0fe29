package dev.tidemark.chart;

import java.util.List;

/** A whole in its parts, side by side: where the time of an LCP went, what the bytes of a page are. */
public record PartsBar(String description, List<Part> parts) {

    private static final int HEIGHT = 22;
    private static final int TITLE = 22;
    private static final int FILE_WIDTH = 960;

    /** @param tone 1 to 8: which of the page's series colours */
    public record Part(String name, double value, String text, int tone) {}

    public PartsBar {
        parts = List.copyOf(parts);
    }

    public String draw() {
        Svg svg = root(HEIGHT);
        bar(svg, 0);
        return svg.end();
    }

    /** A file on its own, of a fixed width, with its title and what the colours mean. */
    public String file() {
        Legend legend = new Legend(
                parts.stream()
                        .map(part ->
                                new Legend.Entry(part.name() + ": " + part.text(), Tones.of(part.tone()), Legend.WHOLE))
                        .toList(),
                FILE_WIDTH);
        int below = TITLE + HEIGHT + 4;
        Svg svg = root(below);
        svg.label(description, Ink.MARKER_LABEL, "x", 0, "y", TITLE - 8);
        bar(svg, TITLE);
        return TrendDrawing.asFile(svg.end(), FILE_WIDTH, below, legend);
    }

    private Svg root(int height) {
        return new Svg()
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

    private void bar(Svg svg, int y) {
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
                        Svg.percent(start),
                        "y",
                        y,
                        "width",
                        Svg.percent(width),
                        "height",
                        HEIGHT,
                        "fill",
                        Tones.of(part.tone()));
                svg.close();
            }
            start += width;
        }
    }
}
