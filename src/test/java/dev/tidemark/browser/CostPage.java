package dev.tidemark.browser;

import dev.tidemark.it.Measured;
import dev.tidemark.it.TestBrowser;
import java.util.Locale;

/** The manual's page about costs. */
final class CostPage {

    private CostPage() {}

    static String of(CostRows rows, int rounds) {
        StringBuilder page = new StringBuilder("""
                # What does a check cost?

                `mvn -Pcost` writes this page. Medians of %d rounds, taken in turn, after two that warm up; %s.
                Processor seconds are those of browser, driver and this JVM, without its compiler, which is done after the first
                minutes of a server's life. There are two floors, of the same program (%s) with the same switches in a fresh context:
                a bare `page.navigate` with Playwright until the load event, and the same page left open for %.1f s more, as a sample
                must in order to be sure of TTI: what a page goes on painting and doing is the page's and not the measurement's. A
                machine that does other things as well makes the times longer; that the product repeats a sample then (`NOISY`) is
                not in them.

                | page | what | processor s | times the bare load | times the load left open | wall s |
                |---|---|---:|---:|---:|---:|
                """.formatted(
                        rounds,
                        Measured.now(),
                        TestBrowser.chromium().getFileName(),
                        CostCommand.OBSERVATION.toMillis() / 1000.0));
        for (CostRow row : rows.all()) {
            double own = row.median(Cost::processorSeconds);
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %.2f | %.1f |%n",
                    row.page,
                    row.what,
                    own,
                    own / rows.median(row.page, CostCommand.FLOOR, Cost::processorSeconds),
                    own / rows.median(row.page, CostCommand.FLOOR_THAT_STAYS, Cost::processorSeconds),
                    row.median(Cost::wallSeconds)));
        }
        return page.toString();
    }
}
