package dev.tidemark.chart;

/** Colours of series that are told apart, not judged; a page's style sheet has its own for each, by the class tone-1 to tone-8. */
final class Tones {

    private static final String[] COLOURS = {
        "#5b8db8", "#7fb069", "#d9a441", "#9a7fc7", "#4aa6a6", "#c97b84", "#8b97a0", "#b5935b"
    };

    /** Lines differ by more than colour. */
    private static final String[] DASHES = {"7,3", "2,3", "12,3", "7,3,2,3", "4,4", "12,3,2,3", "2,6", "9,6"};

    private Tones() {}

    static String dash(int tone) {
        return DASHES[(tone - 1) % DASHES.length];
    }

    static String of(int tone) {
        return COLOURS[(tone - 1) % COLOURS.length];
    }
}
