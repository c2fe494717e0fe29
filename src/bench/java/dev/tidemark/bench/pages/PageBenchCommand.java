package dev.tidemark.bench.pages;

import dev.tidemark.launcher.server.ConfiguredDatabase;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.storage.run.FillCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the speed of Tidemark's own pages: {@code mvn -Ppages} fills a separate database with 50 probes and a million runs
 * (once), starts the server on it, measures the overview, probe, run and comparison pages with Lighthouse and with Tidemark, sends
 * 50 requests per second to the probe page, prints the results and writes them to the manual. Argument: Lighthouse runs per page
 * (default: 3); the median counts.
 */
public final class PageBenchCommand {
    private static final String DATA = "TIDEMARK_DATA_DIR";
    private static final Path PAGE = Path.of("src/site/markdown/contributing/own-budgets.md");
    private static final int PROBES = 50;
    private static final int RUNS = 1_000_000;
    private static final Duration LOADED = Duration.ofSeconds(20);
    private static final int PER_SECOND = 50;

    private PageBenchCommand() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] rounds) throws Exception {
        int count = rounds.length == 0 ? 3 : Integer.parseInt(rounds[0]);
        if (System.getenv(DATA) == null && System.getProperty(DATA) == null) {
            System.setProperty(DATA, Path.of("target", "own-pages").toString());
        }
        try (ConfiguredDatabase database = ConfiguredDatabase.open()) {
            FillCommand.fillOnce(database, PROBES, RUNS);
        }
        String page;
        try (BenchServer product = BenchServer.start()) {
            page = measure(product, count).text();
        }
        System.out.println(page);
        Files.writeString(PAGE, page);
    }

    @SuppressWarnings("SystemOut")
    private static PageReport measure(BenchServer product, int rounds) throws IOException, InterruptedException {
        List<BenchPage> pages = product.pages();
        product.warmUp(pages);
        System.out.println("Sending 50 requests per second to the probe pages, five times for 20 s ...");
        SteadyLoad load = new SteadyLoad(product.probePages(PROBES), PER_SECOND, LOADED);
        Latencies first = load.run(false);
        load.run(false);
        load.run(false);
        PageReport.Loads loads = new PageReport.Loads(first, load.run(false), load.run(true));
        System.out.printf(
                "p95 %.0f ms in the first 20 s, %.0f ms full page, %.0f ms conditional%n",
                first.millis(Statistic.P95),
                loads.plain().millis(Statistic.P95),
                loads.tagged().millis(Statistic.P95));
        Optional<Lighthouse> lighthouse = Lighthouse.ready();
        List<PageReport.Row> rows = new ArrayList<>();
        for (BenchPage page : pages) {
            System.out.println("Measuring " + page.name() + ", " + page.url() + " ...");
            PageProbe own = product.measure(page);
            for (String form : List.of("desktop", "mobile")) {
                Optional<LighthouseResult> look = Optional.empty();
                if (lighthouse.isPresent()) {
                    look = Optional.of(lighthouse.get().median(page.url(), form, rounds));
                }
                rows.add(new PageReport.Row(
                        page.name(), form, look, form.equals("desktop") ? own.desktop() : own.mobile()));
            }
        }
        return new PageReport(rows, loads, rounds);
    }
}
