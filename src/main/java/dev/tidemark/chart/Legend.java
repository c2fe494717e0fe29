package dev.tidemark.chart;

import java.util.List;

/** What the colours of a drawing mean, in lines below it: a file on its own has no page that says so. */
record Legend(List<Entry> entries, int width) {

    static final int ROW = 20;
    private static final int SAMPLE = 24;
    private static final int GAP = 20;
    private static final double LETTER = 6.4;
    private static final int LONGEST = 120;

    /** A dash as long as the sample: a line in one piece. */
    static final String WHOLE = String.valueOf(SAMPLE);

    /** @param dash of a line, as SVG has it */
    record Entry(String name, String colour, String dash) {
        Entry {
            name = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        }

        double width() {
            return SAMPLE + 6 + name.length() * LETTER + GAP;
        }
    }

    Legend {
        entries = List.copyOf(entries);
    }

    int height() {
        int rows = 1;
        double x = 0;
        for (Entry entry : entries) {
            boolean full = x > 0 && x + entry.width() > width;
            rows += full ? 1 : 0;
            x = full ? entry.width() : x + entry.width();
        }
        return entries.isEmpty() ? 0 : rows * ROW;
    }

    /** @param top where it begins */
    String draw(int top) {
        Svg svg = new Svg().open("g", "class", "legend");
        double x = 0;
        int y = top + ROW / 2;
        for (Entry entry : entries) {
            if (x > 0 && x + entry.width() > width) {
                x = 0;
                y += ROW;
            }
            svg.leaf(
                    "path",
                    "d",
                    "M" + Svg.number(x) + " " + y + "h" + SAMPLE,
                    "stroke",
                    entry.colour(),
                    "stroke-width",
                    3,
                    "stroke-dasharray",
                    entry.dash());
            svg.label(entry.name(), Ink.MARKER_LABEL, "x", x + SAMPLE + 6, "y", y + 4);
            x += entry.width();
        }
        return svg.end();
    }
}
