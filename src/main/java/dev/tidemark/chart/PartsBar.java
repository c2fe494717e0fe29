package dev.tidemark.chart;

import java.util.List;

/** A whole in its parts, side by side: where the time of an LCP went, what the bytes of a page are. */
public record PartsBar(String description, List<Part> parts) {

    private static final int HEIGHT = 22;

    /** @param tone 1 to 8: which of the page's series colours */
    public record Part(String name, double value, String text, int tone) {}

    public PartsBar {
        parts = List.copyOf(parts);
    }

    public String draw() {
        Svg svg = new Svg()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "parts",
                        "width",
                        "100%",
                        "height",
                        HEIGHT,
                        "role",
                        "img",
                        "aria-label",
                        description);
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
                        0,
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
        return svg.end();
    }
}
