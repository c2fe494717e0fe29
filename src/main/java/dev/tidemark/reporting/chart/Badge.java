package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.Rating;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/**
 * A badge with a label and a value, for embedding in a README.
 *
 * @param meaning of the colour: "over budget", "good"; blank for a neutral badge
 * @param shade like a good, a fair or a poor value; empty for a neutral one
 */
public record Badge(String label, LocalizedMessage value, LocalizedMessage meaning, Optional<Rating> shade) {

    private static final double CHAR_WIDTH = 6.6;
    private static final int PADDING = 12;

    public String draw() {
        double left = label.length() * CHAR_WIDTH + PADDING;
        String text = value.toString();
        double right = text.length() * CHAR_WIDTH + PADDING;
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
                        meaning.isBlank() ? title() : LocalizedMessage.of("chart.badge.rated", label, value, meaning));
        svg.title(title());
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
        svg.open("text", "x", left + right / 2, "y", 14, "fill", shade.isPresent() ? "#10202a" : "#fff")
                .text(text)
                .close();
        return svg.end();
    }

    private LocalizedMessage title() {
        return LocalizedMessage.of("chart.badge.title", label, value);
    }

    private String colour() {
        return shade.map(one -> switch (one) {
                    case GOOD -> "#00cc66";
                    case NEEDS_IMPROVEMENT -> "#ffaa33";
                    case POOR -> "#ff6b6b";
                })
                .orElse("#7d8b94");
    }
}
