package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.Rating;
import java.util.Optional;

/** A label and a value as a small picture for a README. */
public record Badge(String label, String value, Optional<Rating> rating) {

    private static final double LETTER = 6.6;
    private static final int PADDING = 12;

    public String draw() {
        double left = label.length() * LETTER + PADDING;
        double right = value.length() * LETTER + PADDING;
        SvgWriter svg = new SvgWriter()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "width",
                        left + right,
                        "height",
                        20,
                        "role",
                        "img",
                        "aria-label",
                        label + ": " + value
                                + rating.map(one -> ", " + one.label()).orElse(""));
        svg.title(label + ": " + value);
        svg.open("g", "font-family", "Verdana,DejaVu Sans,sans-serif", "font-size", 11, "text-anchor", "middle");
        svg.leaf("rect", "width", left + right, "height", 20, "rx", 4, "fill", "#33424c");
        svg.leaf(
                "path",
                "d",
                "M" + SvgWriter.number(left) + " 0h" + SvgWriter.number(right - 4) + "a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-"
                        + SvgWriter.number(right - 4) + "z",
                "fill",
                colour());
        svg.open("text", "x", left / 2, "y", 14, "fill", "#fff").text(label).close();
        svg.open("text", "x", left + right / 2, "y", 14, "fill", rating.isPresent() ? "#10202a" : "#fff")
                .text(value)
                .close();
        return svg.end();
    }

    private String colour() {
        return rating.map(one -> switch (one) {
                    case GOOD -> "#00cc66";
                    case NEEDS_IMPROVEMENT -> "#ffaa33";
                    case POOR -> "#ff6b6b";
                })
                .orElse("#7d8b94");
    }
}
