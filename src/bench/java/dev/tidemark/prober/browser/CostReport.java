package dev.tidemark.prober.browser;

import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.it.TestBrowser;
import java.util.Locale;

/** The page of the manual about the cost of a check. */
final class CostReport {

    private static final double GOAL = 1.25;

    private static final String BREAKDOWN = """

            ## Where the time goes, and the target of 1.25

            For a probe without steps, only the measuring session receives the events of the page
            ([ADR 27](../adr/0027-observe-each-page-once.md)); for the plain load, Playwright receives them. Both cost about the same. The
            difference between a sample and a plain load that stays open is therefore the collector in the page, the proxy that
            carries the page's bytes (plain loads connect directly), and calculations in this JVM. A probe with steps uses a
            Playwright page in addition and receives events twice ([options](prices.md)). The HAR file is written for one
            sample of a run and is not included.

            The target is 1.25 times the plain load; samples above it are **bold**. A light page cannot reach it: TTI requires
            five quiet seconds, and an idle browser and JVM use more processor time in that period than the target allows.
            """;

    private CostReport() {}

    static String of(CostRows rows, int rounds) {
        StringBuilder page = new StringBuilder("""
                # Cost of a check

                Written by `mvn -Pcost`. Medians of %d interleaved rounds after two warm-up rounds; %s.
                Processor time includes the browser, the Playwright driver and this JVM without its JIT compiler, which is idle
                after the first minutes of a server. The baselines use the same binary (%s) and switches in a fresh context: a plain
                Playwright load (`page.navigate` until the load event), and the same page left open for %.1f s more, because a sample
                needs that time to determine TTI and the page itself keeps painting and running scripts. On a busy machine the
                times are longer; repeated samples (`NOISY`) are not included. The light page is text, the busy page has
                40 images and CPU-bound scripts, the heavy page has 300 images.

                | page | load | processor s | × plain load | × plain load left open | browser s | driver s | JVM s | wall s |
                |---|---|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(
                        rounds,
                        BenchEnvironment.now(),
                        TestBrowser.chromium().getFileName(),
                        CostCommand.OBSERVATION.toMillis() / 1000.0));
        for (CostRow row : rows.all()) {
            double own = row.median(LoadCost::processorSeconds);
            double timesTheLoad = own / rows.median(row.page, CostCommand.BASELINE, LoadCost::processorSeconds);
            boolean missed = row.what.equals(CostCommand.SAMPLE) && timesTheLoad > GOAL;
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | " + (missed ? "**%.2f**" : "%.2f") + " | %.2f | %.3f | %.3f | %.3f | %.1f |%n",
                    row.page,
                    row.what,
                    own,
                    timesTheLoad,
                    own / rows.median(row.page, CostCommand.BASELINE_LEFT_OPEN, LoadCost::processorSeconds),
                    row.median(LoadCost::browserSeconds),
                    row.median(LoadCost::driverSeconds),
                    row.median(LoadCost::jvmSeconds),
                    row.median(LoadCost::wallSeconds)));
        }
        return page.append(BREAKDOWN).toString();
    }
}
