package dev.tidemark.bench.pages;

import dev.tidemark.launcher.ConfiguredDatabase;
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
 * Do the pages keep their own budgets? {@code mvn -Ppages} fills a database of its own with 50 probes and a million runs (once),
 * starts the product on it, measures overview, probe, run and comparison with Lighthouse and with the product itself, puts 50
 * requests a second on the probe page, prints what came of it and writes it into the manual. Argument: how many times Lighthouse
 * looks at each page (3); the median counts.
 */
public final class PageBenchCommand {
    private static final String DATA = "TIDEMARK_DATA_DIR";
    private static final Path PAGE = Path.of("src/site/markdown/own-budgets.md");
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
        System.out.println("50 requests a second on the probe pages, five times for 20 s ...");
        SteadyLoad load = new SteadyLoad(product.probePages(PROBES), PER_SECOND, LOADED);
        Latencies first = load.run(false);
        load.run(false);
        load.run(false);
        PageReport.Loads loads = new PageReport.Loads(first, load.run(false), load.run(true));
        System.out.printf(
                "p95 %.0f ms at first, %.0f ms whole, %.0f ms with tags%n",
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
