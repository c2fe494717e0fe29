package dev.tidemark.bench.sizing;

/**
 * Averages of a run with three samples.
 *
 * @param rows bytes of the rows of the run and its medians
 * @param samples bytes of requests, shifts, tasks and console of all samples
 * @param browserMegabytes maximum of browsers and drivers while it was checked
 */
record SizingRow(
        String page,
        long requests,
        double seconds,
        double rows,
        double samples,
        double har,
        double filmstrip,
        double screenshots,
        double browserMegabytes) {

    /** Bytes of a run that are deleted first. */
    double artifacts() {
        return har + filmstrip + screenshots;
    }
}
