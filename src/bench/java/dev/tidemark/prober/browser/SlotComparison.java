package dev.tidemark.prober.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Compares checks of a heavy page with one slot and with the default number of slots, interleaved. Prints the medians and
 * writes them to the manual.
 */
final class SlotComparison {

    private static final int CHECKS_OF_ONE = 4;
    private static final int CHECKS_OF_EACH = 2;

    private SlotComparison() {}

    static void run(int rounds) throws IOException {
        BenchmarkPage.write("slots.md", measure(rounds));
    }

    private static String measure(int rounds) throws IOException {
        Path data = Files.createDirectories(Path.of("target", "slots"));
        int slots = new BrowserSettings("", "data", OptionalInt.empty(), false).slots();
        try (FixtureSite site = new FixtureSite();
                ProbeProxy proxy = BenchmarkPage.proxy();
                SlotSeries one = new SlotSeries(1, data, proxy);
                SlotSeries all = new SlotSeries(slots, data, proxy)) {
            String url = site.url("heavy.html");
            one.warmUp(url);
            all.warmUp(url);
            for (int round = 0; round < rounds; round++) {
                one.take(url, CHECKS_OF_ONE);
                all.take(url, CHECKS_OF_EACH * slots);
            }
            return page(one, all);
        }
    }

    private static String page(SlotSeries one, SlotSeries all) {
        return """
                # Parallel checks

                Written by `mvn -Pcost -Dexec.args=slots`. Interleaved checks of a heavy page (`heavy.html`) with one slot and with the
                default number of slots; %s.
                Loads of parallel checks take turns while the page does its main work; only the quiet periods at their end overlap.

                | | 1 slot | %d slots | ratio | target |
                |---|---:|---:|---:|---|
                """.formatted(BenchEnvironment.now(), all.slots)
                + median(Metric.LCP, one, all)
                + median(Metric.TBT, one, all)
                + variation(Metric.LCP, one, all)
                + variation(Metric.TBT, one, all)
                + line("checks per minute", "%.1f", one.checksPerMinute(), all.checksPerMinute(), "≥ 2.5")
                + line("checks", "%.0f", one.count(), all.count(), "")
                + line("`NOISY` twice", "%.0f", one.noisy(), all.noisy(), "");
    }

    private static String median(Metric metric, SlotSeries one, SlotSeries all) {
        return line(metric + ", median, ms", "%.0f", one.median(metric), all.median(metric), "0.95 to 1.05");
    }

    private static String variation(Metric metric, SlotSeries one, SlotSeries all) {
        String what = metric + ", coefficient of variation";
        return line(what, "%.3f", one.variation(metric), all.variation(metric), "≤ 1.2");
    }

    private static String line(String what, String format, double one, double all, String target) {
        List<Object> cells =
                List.of(what, text(format, one), text(format, all), one == 0 ? "" : text("%.2f", all / one), target);
        return "| %s | %s | %s | %s | %s |%n".formatted(cells.toArray());
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
