package dev.tidemark.prober.vitals;

/**
 * One event of an interaction, times in ms from navigation start
 * (<a href="https://w3c.github.io/event-timing/">Event Timing</a>).
 *
 * @param interaction which press, click or tap it belongs to; 0 when the browser does not say
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
