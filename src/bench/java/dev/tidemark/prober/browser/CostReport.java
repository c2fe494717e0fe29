package dev.tidemark.prober.browser;

import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.it.TestBrowser;
import java.util.Locale;

/** The manual's page about costs. */
final class CostReport {

    private static final double GOAL = 1.25;

    private static final String WHERE_IT_GOES = """

            ## Where the difference goes, and the goal of 1.25

            What a page without steps does is told once, to the session that measures ([ADR 27](adr/0027-hear-a-page-once.md)); the
            bare load is told to Playwright. Both cost about the same, so that what a sample costs beyond the load left open is the collector
            in the page, the gateway through which its bytes come (bare loads go straight to the network), and what is
            reckoned in this JVM. A probe with steps has a page of Playwright's and is told twice ([prices](prices.md)). The HAR
            file is written for one sample of a run and is not in this table.

            The goal is 1.25 times the bare load; a sample that misses it is **bold**. A light page cannot reach it: five quiet
            seconds are what TTI asks for, and a browser and a JVM that do nothing but wait for them cost more than the
            quarter that the goal leaves.
            """;

    private CostReport() {}

    static String of(CostRows rows, int rounds) {
        StringBuilder page = new StringBuilder("""
                # What does a check cost?

                `mvn -Pcost` writes this page. Medians of %d rounds, taken in turn, after two that warm up; %s.
                Processor seconds are those of browser, driver and this JVM, without its compiler, which is done after the first
                minutes of a server's life. There are two floors, of the same program (%s) with the same switches in a fresh context:
                a bare `page.navigate` with Playwright until the load event, and the same page left open for %.1f s more, as a sample
                must in order to be sure of TTI: what a page goes on painting and doing is the page's and not the measurement's. A
                machine that does other things as well makes the times longer; that the product repeats a sample then (`NOISY`) is
                not in them. Light is a page of text, busy one of 40 images and scripts that work, heavy one of 300 images.

                | page | what | processor s | times the bare load | times the load left open | of them browser s | driver s | JVM s | wall s |
                |---|---|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(
                        rounds,
                        BenchEnvironment.now(),
                        TestBrowser.chromium().getFileName(),
                        CostCommand.OBSERVATION.toMillis() / 1000.0));
        for (CostRow row : rows.all()) {
            double own = row.median(LoadCost::processorSeconds);
            double timesTheLoad = own / rows.median(row.page, CostCommand.FLOOR, LoadCost::processorSeconds);
            boolean missed = row.what.equals(CostCommand.SAMPLE) && timesTheLoad > GOAL;
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | " + (missed ? "**%.2f**" : "%.2f") + " | %.2f | %.3f | %.3f | %.3f | %.1f |%n",
                    row.page,
                    row.what,
                    own,
                    timesTheLoad,
                    own / rows.median(row.page, CostCommand.FLOOR_THAT_STAYS, LoadCost::processorSeconds),
                    row.median(LoadCost::browserSeconds),
                    row.median(LoadCost::driverSeconds),
                    row.median(LoadCost::jvmSeconds),
                    row.median(LoadCost::wallSeconds)));
        }
        return page.append(WHERE_IT_GOES).toString();
    }
}
