package dev.tidemark.reporting.chart;

import java.util.Map;

/** Categorical colours of series, without a rating; a page's style sheet overrides them by the classes tone-1 to tone-8. */
final class SeriesColors {

    /** Colour of the median line, the same as {@link MarkStyle#MEDIAN}. */
    static final String MEDIAN = "#0b6e8f";

    private static final String[] COLOURS = {
        "#5b8db8", "#7fb069", "#d9a441", "#9a7fc7", "#4aa6a6", "#c97b84", "#8b97a0", "#b5935b"
    };

    /** Dash patterns, so that lines differ by more than colour. */
    private static final String[] DASHES = {"7,3", "2,3", "12,3", "7,3,2,3", "4,4", "12,3,2,3", "2,6", "9,6"};

    /** Colours of the phases of a request; a page's style sheet overrides them by the class phase-NAME. */
    private static final Map<String, String> PHASES = Map.of(
            "queue", "#c9d3d8",
            "dns", "#3d9e9e",
            "connect", "#d9a441",
            "tls", "#9a7fc7",
            "wait", "#7fb069",
            "receive", "#5b8db8");

    private SeriesColors() {}

    /** @param name queue, dns, connect, tls, wait or receive */
    static String ofPhase(String name) {
        return PHASES.get(name);
    }

    static String dash(int index) {
        return DASHES[(index - 1) % DASHES.length];
    }

    static String of(int index) {
        return COLOURS[(index - 1) % COLOURS.length];
    }
}
