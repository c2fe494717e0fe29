package dev.tidemark.prober.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records the metrics of many runs of an unchanged page as realistic noise for simulations of change detection. */
final class NoiseRecorder {

    private static final Path FILE = Path.of("src/test/resources/dev/tidemark/analysis/changepoint/real-runs.csv");
    private static final String PAGE = "hero-image.html";
    private static final List<Metric> METRICS = List.of(Metric.LCP, Metric.FCP, Metric.TTI);
    private static final int SAMPLES = 1;

    private NoiseRecorder() {}

    static void run(int runs) throws IOException {
        Path data = Files.createDirectories(Path.of("target", "real-runs"));
        BrowserSettings settings =
                new BrowserSettings(TestBrowser.chromium().toString(), data.toString(), OptionalInt.empty(), false);
        ExecutorService executor = Executors.newFixedThreadPool(settings.slots());
        try (FixtureSite site = new FixtureSite();
                ProbeProxy proxy = BenchmarkPage.proxy()) {
            BrowserProber prober = new BrowserProber(settings, proxy, Clock.systemUTC());
            Probe probe = SampleTaker.probe(site.url(PAGE), SAMPLES, NamedProfiles.named("mobile"));
            List<CompletableFuture<RunResult>> all = IntStream.range(0, runs)
                    .mapToObj(n ->
                            CompletableFuture.supplyAsync(() -> prober.run(probe, (sample, of, phase) -> {}), executor))
                    .toList();
            keep(all.stream().map(run -> run.join().medians()).toList());
            prober.shutDown();
        } finally {
            executor.shutdownNow();
        }
    }

    private static void keep(List<Measurements> runs) throws IOException {
        StringBuilder file = new StringBuilder(
                "# Runs of one sample of " + PAGE + ", profile mobile, in all slots; " + BenchEnvironment.now() + "\n");
        file.append(METRICS.stream().map(Metric::toString).collect(Collectors.joining(",")))
                .append('\n');
        runs.stream()
                .filter(run ->
                        METRICS.stream().allMatch(metric -> run.find(metric).isPresent()))
                .forEach(run -> file.append(row(run)).append('\n'));
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, file);
        System.out.println(runs.size() + " runs written to " + FILE);
    }

    private static String row(Measurements run) {
        return METRICS.stream()
                .map(metric -> String.format(
                        Locale.ROOT, "%.1f", run.find(metric).orElseThrow().value()))
                .collect(Collectors.joining(","));
    }
}
