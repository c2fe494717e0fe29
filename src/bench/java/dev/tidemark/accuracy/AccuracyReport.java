package dev.tidemark.accuracy;

import dev.tidemark.bench.BenchEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of the manual with the latest accuracy table, its date and its environment. */
final class AccuracyReport {

    private static final Path FILE = Path.of("src/site/markdown/contributing/accuracy.md");

    private AccuracyReport() {}

    static void write(String table, List<String> faults, int pages, String reference) throws IOException {
        Files.writeString(FILE, """
                # Accuracy

                Written by `mvn -Paccuracy`, which loads each of the %d pages of `src/test/site` once. Two implementations measure the same
                load: Tidemark's collector in an isolated world together with the DevTools protocol, and in the page's main world %s (FCP, LCP
                and its element, CLS, INP, TTFB) with observers of long tasks and resources, from which TBT, TTI and body bytes are calculated
                independently. A metric is compared if both have a value. Pages that override the APIs which the reference uses
                (`override-*`) are measured by the collector only.

                %s
                %s
                Measured on %s, Java %s, %s.
                """.formatted(
                        pages,
                        reference,
                        table,
                        remarks(faults),
                        BenchEnvironment.now(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name")));
    }

    private static String remarks(List<String> faults) {
        return faults.isEmpty() ? "" : "Differences:\n\n* " + String.join("\n* ", faults) + "\n";
    }
}
