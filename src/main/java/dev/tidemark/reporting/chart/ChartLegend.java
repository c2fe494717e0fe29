package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/** Legend of a standalone file, in rows below the drawing. */
record ChartLegend(List<LegendEntry> entries, int width) {

    static final int ROW = 20;

    /** The mark of a failed run, around its centre. */
    static final String CROSS = "M-4-4L4 4M-4 4L4-4";

    private static final int SAMPLE = 24;
    private static final int GAP = 20;
    private static final double CHAR_WIDTH = 6.4;
    private static final int MAX_LENGTH = 120;

    /** A dash as long as the sample, that is, a solid line. */
    static final String SOLID = String.valueOf(SAMPLE);

    /** A name and its sample. */
    sealed interface LegendEntry {
        String name();

        default String shortened() {
            return name().length() > MAX_LENGTH ? name().substring(0, MAX_LENGTH - 1) + "…" : name();
        }

        default double width() {
            return SAMPLE + 6 + shortened().length() * CHAR_WIDTH + GAP;
        }
    }

    /** @param dash value of {@code stroke-dasharray} */
    record LineEntry(String name, String colour, String dash) implements LegendEntry {}

    record CrossEntry(String name, MarkStyle style) implements LegendEntry {
        static CrossEntry of(String key, MarkStyle style) {
            return new CrossEntry(LocalizedMessage.of(key).toString(), style);
        }
    }

    ChartLegend {
        entries = List.copyOf(entries);
    }

    int height() {
        int rows = 1;
        double x = 0;
        for (LegendEntry entry : entries) {
            boolean full = x > 0 && x + entry.width() > width;
            rows += full ? 1 : 0;
            x = full ? entry.width() : x + entry.width();
        }
        return entries.isEmpty() ? 0 : rows * ROW;
    }

    /** @param top vertical position of the first row */
    String draw(int top) {
        SvgWriter svg = new SvgWriter().open("g", "class", "legend");
        double x = 0;
        int y = top + ROW / 2;
        for (LegendEntry entry : entries) {
            if (x > 0 && x + entry.width() > width) {
                x = 0;
                y += ROW;
            }
            if (entry instanceof LineEntry line) {
                svg.leaf(
                        "path",
                        "d",
                        "M" + SvgWriter.number(x) + " " + y + "h" + SAMPLE,
                        "stroke",
                        line.colour(),
                        "stroke-width",
                        3,
                        "stroke-dasharray",
                        line.dash());
            } else if (entry instanceof CrossEntry cross) {
                String centre = "translate(" + SvgWriter.number(x + SAMPLE / 2.0) + " " + y + ")";
                svg.leaf("path", cross.style(), "d", CROSS, "transform", centre);
            }
            svg.label(entry.shortened(), MarkStyle.MARKER_LABEL, "x", x + SAMPLE + 6, "y", y + 4);
            x += entry.width();
        }
        return svg.end();
    }
}
