package dev.tidemark.prober.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.it.MeasurementStamp;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the options of a check cost beyond a plain sample, on a light and a heavy page. */
final class Prices {

    private static final String SAMPLE = "sample";
    private static final String BOTH_VIEWS = "both views";
    private static final String FILM = "film";
    private static final String WITH_STEP = "with a step";

    private Prices() {}

    static void run(int rounds) throws IOException {
        CostRows rows = new CostRows();
        Path data = Path.of("target", "cost");
        try (FixtureSite site = new FixtureSite();
                ProbeProxy gateway = Manual.gateway();
                CheckedLoad checked = new CheckedLoad(data, gateway)) {
            for (int round = 0; round <= rounds; round++) {
                for (String weight : List.of("light", "heavy")) {
                    String url = site.url(CostRows.page(weight));
                    rows.take(weight, SAMPLE, round, () -> checked.sample(url));
                    rows.take(weight, BOTH_VIEWS, round, () -> checked.bothViews(url));
                    rows.take(weight, WITH_STEP, round, () -> checked.withStep(url));
                    rows.take(weight, FILM, round, () -> checked.film(url));
                }
            }
            HarPrice har = new HarPrice(data, gateway);
            Manual.write(
                    "prices.md",
                    page(
                            rows,
                            rounds,
                            har.seconds(site.url(CostRows.page("light"))),
                            har.seconds(site.url(CostRows.page("heavy")))));
        }
    }

    private static String page(CostRows rows, int rounds, double lightHar, double heavyHar) {
        return """
                # What does each option cost?

                `mvn -Pcost -Dexec.args=prices` writes this page: what each adds to a [plain sample](cost.md), medians of %d rounds after one
                that warms up; %s. The heavy page has 301 requests.

                | option | how often | default | light: processor s | light: wall s | heavy: processor s | heavy: wall s |
                |---|---|---|---:|---:|---:|---:|
                """.formatted(rounds, MeasurementStamp.now())
                + "| all metrics | each sample | on | "
                + cells(rows, "light", SAMPLE, "") + " | " + cells(rows, "heavy", SAMPLE, "") + " |\n"
                + "| HAR file | once in a run | on | "
                + String.format(Locale.ROOT, "%.3f | 0.0 | %.3f | 0.0 |%n", lightHar, heavyHar)
                + "| film, Speed Index, score | once in a run | on (`TIDEMARK_FILMSTRIP`) | "
                + cells(rows, "light", FILM, "") + " | " + cells(rows, "heavy", FILM, "") + " |\n"
                + "| repeat view | each sample | off (`views`) | "
                + cells(rows, "light", BOTH_VIEWS, SAMPLE) + " | " + cells(rows, "heavy", BOTH_VIEWS, SAMPLE) + " |\n"
                + "| steps: a page of Playwright's, before a step has done anything | each sample | off (`steps`) | "
                + cells(rows, "light", WITH_STEP, SAMPLE) + " | " + cells(rows, "heavy", WITH_STEP, SAMPLE) + " |\n"
                + "\nTracing (Chromium's or Playwright's) is not offered: it takes nearly twice the processor time of a check and raises TBT.\n";
    }

    private static String cells(CostRows rows, String weight, String what, String without) {
        return String.format(
                Locale.ROOT,
                "%.2f | %.1f",
                more(rows, weight, what, without, Cost::processorSeconds),
                more(rows, weight, what, without, Cost::wallSeconds));
    }

    private static double more(CostRows rows, String weight, String what, String without, ToDoubleFunction<Cost> of) {
        double all = rows.median(weight, what, of);
        return without.isEmpty() ? all : all - rows.median(weight, without, of);
    }
}
