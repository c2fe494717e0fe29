package dev.tidemark.prober.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Cost of the options of a check, compared with a plain sample, on a light and a heavy page. */
final class FeatureCosts {

    private static final String SAMPLE = "sample";
    private static final String BOTH_VIEWS = "both views";
    private static final String FILMSTRIP = "filmstrip";
    private static final String WITH_STEP = "with a step";

    private FeatureCosts() {}

    static void run(int rounds) throws IOException {
        CostRows rows = new CostRows();
        Path data = Path.of("target", "cost");
        try (FixtureSite site = new FixtureSite();
                ProbeProxy proxy = BenchmarkPage.proxy();
                SampleTaker checked = new SampleTaker(data, proxy)) {
            for (int round = 0; round <= rounds; round++) {
                for (String weight : List.of("light", "heavy")) {
                    String url = site.url(CostRows.page(weight));
                    rows.take(weight, SAMPLE, round, () -> checked.sample(url));
                    rows.take(weight, BOTH_VIEWS, round, () -> checked.bothViews(url));
                    rows.take(weight, WITH_STEP, round, () -> checked.withStep(url));
                    rows.take(weight, FILMSTRIP, round, () -> checked.film(url));
                }
            }
            HarCost har = new HarCost(data, proxy);
            BenchmarkPage.write(
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
                # Cost of each option

                Written by `mvn -Pcost -Dexec.args=prices`. Time that each option adds to a [plain sample](cost.md): medians of %d rounds
                after one warm-up round; %s. The heavy page has 301 requests.

                | option | frequency | default | light: processor s | light: wall s | heavy: processor s | heavy: wall s |
                |---|---|---|---:|---:|---:|---:|
                """.formatted(rounds, BenchEnvironment.now())
                + "| all metrics | each sample | on | "
                + cells(rows, "light", SAMPLE, "") + " | " + cells(rows, "heavy", SAMPLE, "") + " |\n"
                + "| HAR file | once per run | on | "
                + String.format(Locale.ROOT, "%.3f | 0.0 | %.3f | 0.0 |%n", lightHar, heavyHar)
                + "| filmstrip, Speed Index, score | once per run | on (`TIDEMARK_FILMSTRIP`) | "
                + cells(rows, "light", FILMSTRIP, "") + " | " + cells(rows, "heavy", FILMSTRIP, "") + " |\n"
                + "| repeat view | each sample | off (`views`) | "
                + cells(rows, "light", BOTH_VIEWS, SAMPLE) + " | " + cells(rows, "heavy", BOTH_VIEWS, SAMPLE) + " |\n"
                + "| steps: a Playwright page, before the first action | each sample | off (`steps`) | "
                + cells(rows, "light", WITH_STEP, SAMPLE) + " | " + cells(rows, "heavy", WITH_STEP, SAMPLE) + " |\n"
                + "\nTracing (by Chromium or Playwright) is not available: it nearly doubles the processor time of a check and increases TBT.\n";
    }

    private static String cells(CostRows rows, String weight, String what, String without) {
        return String.format(
                Locale.ROOT,
                "%.2f | %.1f",
                more(rows, weight, what, without, LoadCost::processorSeconds),
                more(rows, weight, what, without, LoadCost::wallSeconds));
    }

    private static double more(
            CostRows rows, String weight, String what, String without, ToDoubleFunction<LoadCost> of) {
        double all = rows.median(weight, what, of);
        return without.isEmpty() ? all : all - rows.median(weight, without, of);
    }
}
