package dev.tidemark.prober.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the cost of a check: loads a light, a busy and a heavy page with plain Playwright, with plain Playwright for as
 * long as a sample takes, and as a sample. Prints the medians and writes them to the manual.
 */
public final class CostCommand {

    static final String BASELINE = "plain Playwright load";
    static final String SAMPLE = "sample with all metrics";
    static final String BASELINE_LEFT_OPEN = "plain load, left open as long as a sample";

    /** For a page that is quiet as soon as it is loaded: TTI requires 5 s. */
    static final Duration OBSERVATION = Duration.ofMillis(5_100);

    /** Text; 40 images and CPU-bound scripts; 300 images. */
    private static final List<String> WEIGHTS = List.of("light", "busy", "heavy");

    private CostCommand() {}

    /**
     * Without arguments, or with a number of rounds, measures a check. {@code prices}, {@code slots}, {@code gateway},
     * {@code noise} and {@code soak}, each with an optional number of rounds, select another benchmark.
     */
    public static void main(String[] arguments) throws IOException {
        String what = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (what) {
            case "prices" -> FeatureCosts.run(number(rest, 3));
            case "slots" -> SlotComparison.run(number(rest, 4));
            case "gateway" -> ProxyComparison.run(number(rest, 8));
            case "noise" -> NoiseRecorder.run(number(rest, 200));
            case "soak" -> SoakRun.run(number(rest, 1_000));
            default -> run(number(arguments, 5));
        }
    }

    private static int number(String[] words, int otherwise) {
        return words.length == 0 ? otherwise : Integer.parseInt(words[0]);
    }

    private static void run(int rounds) throws IOException {
        CostRows rows = new CostRows();
        try (FixtureSite site = new FixtureSite();
                ProbeProxy proxy = BenchmarkPage.proxy();
                PlaywrightLoad plain = new PlaywrightLoad(new ChromiumOptions(TestBrowser.chromium()));
                SampleTaker checked = new SampleTaker(Path.of("target", "cost"), proxy)) {
            for (int round = 1 - CostRows.WARM_UP; round <= rounds; round++) {
                for (String weight : WEIGHTS) {
                    String url = site.url(CostRows.page(weight));
                    rows.take(weight, BASELINE, round, () -> plain.load(url));
                    rows.take(weight, BASELINE_LEFT_OPEN, round, () -> plain.load(url, OBSERVATION));
                    rows.take(weight, SAMPLE, round, () -> checked.sample(url));
                }
            }
        }
        BenchmarkPage.write("cost.md", CostReport.of(rows, rounds));
    }
}
