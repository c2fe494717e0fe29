package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.util.List;

/**
 * One row of a waterfall: the phases of a request on the timeline of the page, with the marks that all rows share.
 *
 * @param end of the axis, ms from navigation start
 */
public record WaterfallBar(LocalizedMessage description, List<Phase> phases, List<Mark> marks, double end) {

    private static final int HEIGHT = 16;

    /** @param name queue, dns, connect, tls, wait or receive; times in ms from navigation start */
    public record Phase(String name, double startMillis, double durationMillis) {}

    /** A point in time of the page load, such as FCP. */
    public record Mark(String name, double atMillis) {}

    public WaterfallBar {
        phases = List.copyOf(phases);
        marks = List.copyOf(marks);
    }

    /** For a page. */
    public String draw(Messages messages) {
        SvgWriter svg = new SvgWriter(messages)
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "request",
                        "width",
                        "100%",
                        "height",
                        HEIGHT,
                        "role",
                        "img",
                        "aria-label",
                        description);
        svg.title(description);
        for (Mark mark : marks) {
            String at = SvgWriter.percent(mark.atMillis() / end);
            svg.leaf("line", "class", "mark mark-" + mark.name(), "x1", at, "x2", at, "y1", 0, "y2", HEIGHT);
        }
        for (Phase phase : phases) {
            if (phase.durationMillis() > 0) {
                svg.leaf(
                        "rect",
                        "class",
                        "phase phase-" + phase.name(),
                        "x",
                        SvgWriter.percent(phase.startMillis() / end),
                        "y",
                        phase.name().equals("queue") ? 7 : 3,
                        "width",
                        SvgWriter.percent(Math.max(phase.durationMillis() / end, 0.0015)),
                        "height",
                        phase.name().equals("queue") ? 2 : 10);
            }
        }
        return svg.end();
    }
}
