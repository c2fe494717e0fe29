package dev.tidemark.reporting.chart;

import java.util.List;

/** Legend of a standalone file, in rows below the drawing. */
record ChartLegend(List<LegendEntry> entries, int width) {

    static final int ROW = 20;
    private static final int SAMPLE = 24;
    private static final int GAP = 20;
    private static final double CHAR_WIDTH = 6.4;
    private static final int MAX_LENGTH = 120;

    /** A dash as long as the sample, that is, a solid line. */
    static final String SOLID = String.valueOf(SAMPLE);

    /** @param dash value of {@code stroke-dasharray} */
    record LegendEntry(String name, String colour, String dash) {
        LegendEntry {
            name = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH - 1) + "…" : name;
        }

        double width() {
            return SAMPLE + 6 + name.length() * CHAR_WIDTH + GAP;
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
            svg.leaf(
                    "path",
                    "d",
                    "M" + SvgWriter.number(x) + " " + y + "h" + SAMPLE,
                    "stroke",
                    entry.colour(),
                    "stroke-width",
                    3,
                    "stroke-dasharray",
                    entry.dash());
            svg.label(entry.name(), MarkStyle.MARKER_LABEL, "x", x + SAMPLE + 6, "y", y + 4);
            x += entry.width();
        }
        return svg.end();
    }
}
