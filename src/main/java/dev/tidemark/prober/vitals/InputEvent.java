package dev.tidemark.prober.vitals;

/**
 * One event of an interaction, times in ms from navigation start (<a
 * href="https://w3c.github.io/event-timing/">Event Timing</a>).
 *
 * @param interaction id of the key press, click or tap; 0 if the browser does not report one
 * @param duration until the next paint, a multiple of 8
 */
record InputEvent(
        long interaction,
        String type,
        String selector,
        double start,
        double duration,
        double processingStart,
        double processingEnd) {

    double paint() {
        return start + duration;
    }
}
