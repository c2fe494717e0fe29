package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A trend line without axes, for a table cell.
 *
 * @param values oldest first, evenly spaced; an empty one is an interval without runs
 */
public record SparklineChart(LocalizedMessage description, List<OptionalDouble> values) {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 30;

    public SparklineChart {
        values = List.copyOf(values);
    }

    /** For a page. */
    public String draw(Messages messages) {
        return draw(new SvgWriter(messages));
    }

    /** A standalone file. */
    public String file() {
        return draw(new SvgWriter());
    }

    private String draw(SvgWriter svg) {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "sparkline",
                "width",
                WIDTH,
                "height",
                HEIGHT,
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                description);
        double[] known = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (known.length > 0) {
            trace(svg, scale(known));
        }
        return svg.end();
    }

    private void trace(SvgWriter svg, LinearScale y) {
        String path = java.util.stream.IntStream.range(0, values.size())
                .filter(i -> values.get(i).isPresent())
                .mapToObj(i -> SvgWriter.number(across(i)) + " "
                        + SvgWriter.number(y.at(values.get(i).getAsDouble())))
                .collect(Collectors.joining("L"));
        svg.leaf(
                "path",
                MarkStyle.SPARK_AREA,
                "d",
                "M" + path + "L" + SvgWriter.number(across(last())) + " " + HEIGHT + "L"
                        + SvgWriter.number(across(first())) + " " + HEIGHT + "z");
        svg.leaf("path", MarkStyle.SPARK, "d", "M" + path + (first() == last() ? "h0" : ""));
    }

    private static LinearScale scale(double[] known) {
        double low = java.util.Arrays.stream(known).min().orElseThrow();
        double high = java.util.Arrays.stream(known).max().orElseThrow();
        double margin = Math.max((high - low) * 0.15, Math.max(high, 1e-9) * 0.05);
        return new LinearScale(low - margin, high + margin, HEIGHT - 1, 1);
    }

    private double across(int i) {
        return values.size() == 1 ? WIDTH / 2.0 : 1 + (WIDTH - 2.0) * i / (values.size() - 1);
    }

    private int first() {
        return java.util.stream.IntStream.range(0, values.size())
                .filter(i -> values.get(i).isPresent())
                .findFirst()
                .orElse(0);
    }

    private int last() {
        return java.util.stream.IntStream.range(0, values.size())
                .filter(i -> values.get(i).isPresent())
                .reduce((a, b) -> b)
                .orElse(0);
    }
}
