package dev.tidemark.bench.sizing;

import java.util.List;
import java.util.Locale;

/** The page of the manual. */
final class SizingReport {
    /** Of a probe with the default interval of five minutes. */
    private static final int RUNS_PER_DAY = 288;

    private SizingReport() {}

    static String of(List<SizingRow> rows, int rounds, double server, double postgresql, String environment) {
        StringBuilder page = new StringBuilder("""
                # Disk, memory and time of a run

                Written by `mvn -Psizing`, %s. Averages of %d runs of the product after one to warm up, with the defaults: three samples,
                HAR, filmstrip. The light page is text, the busy page has 40 images and CPU-bound scripts, the heavy page has 300 images.

                ## Disk

                Bytes that a run stores, without indexes and the database's own log. *Per day* is a probe that runs every 5 minutes.

                | page | requests | run and medians kB | samples kB | HAR kB | filmstrip kB | screenshots kB | per day: samples MB | per day: HAR, filmstrip, screenshots MB |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(environment, rounds));
        for (SizingRow row : rows) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                    row.page(),
                    row.requests(),
                    row.rows() / 1e3,
                    row.samples() / 1e3,
                    row.har() / 1e3,
                    row.filmstrip() / 1e3,
                    row.screenshots() / 1e3,
                    row.samples() * RUNS_PER_DAY / 1e6,
                    row.artifacts() * RUNS_PER_DAY / 1e6));
        }
        page.append("""

                ## Time and memory

                One browser slot. Memory is the proportional set size: the maximum of browser and drivers during the runs. Memory of the server
                after them: %.0f MB, of PostgreSQL: %.0f MB.

                | page | run s | runs per minute and slot | browser and drivers MB |
                |---|---:|---:|---:|
                """.formatted(server, postgresql));
        for (SizingRow row : rows) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.0f |%n",
                    row.page(),
                    row.seconds(),
                    60 / row.seconds(),
                    row.browserMegabytes()));
        }
        return page.toString();
    }
}
