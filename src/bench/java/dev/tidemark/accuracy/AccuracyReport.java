package dev.tidemark.accuracy;

import dev.tidemark.bench.BenchEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of the manual that shows the last agreement, with when and on what it was taken. */
final class AccuracyReport {

    private static final Path FILE = Path.of("src/site/markdown/accuracy.md");

    private AccuracyReport() {}

    static void write(String table, List<String> faults, int pages, String reference) throws IOException {
        Files.writeString(FILE, """
                # How right is it?

                `mvn -Paccuracy` loads each of the %d pages of `src/test/site` once. Two look at the very same load: Tidemark, with its collector in a
                world of its own and the DevTools protocol, and in the page's world %s (FCP, LCP and its element, CLS, INP, TTFB) together with
                plain observers of long tasks and resources, from which TBT, TTI and body bytes are computed a second time in another way.
                A metric counts where both have a value. Pages that take away the reference's means (`override-*`) are
                measured by the collector alone.

                %s
                %s
                Taken on %s, Java %s, %s.
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
        return faults.isEmpty() ? "" : "Where they differ:\n\n* " + String.join("\n* ", faults) + "\n";
    }
}
