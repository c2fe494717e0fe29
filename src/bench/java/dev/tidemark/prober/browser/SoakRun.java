package dev.tidemark.prober.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Soak test: takes samples of a light page in all slots, with a filmstrip after every fifth, and records resource usage every 100. */
final class SoakRun {

    private static final int STEP = 100;
    private static final int SAMPLES_OF_RUN = 5;

    private final BrowserProber prober;
    private final Probe probe;
    private final ExecutorService executor;
    private int failed;

    private SoakRun(BrowserProber prober, Probe probe, ExecutorService executor) {
        this.prober = prober;
        this.probe = probe;
        this.executor = executor;
    }

    static void run(int samples) throws IOException {
        Path data = Files.createDirectories(Path.of("target", "soak"));
        BrowserSettings settings =
                new BrowserSettings(TestBrowser.chromium().toString(), data.toString(), OptionalInt.empty(), true);
        ExecutorService executor = Executors.newFixedThreadPool(settings.slots());
        StringBuilder rows = new StringBuilder();
        try (FixtureSite site = new FixtureSite();
                ProbeProxy proxy = BenchmarkPage.proxy()) {
            BrowserProber prober = new BrowserProber(settings, proxy, Clock.systemUTC());
            Probe light = SampleTaker.probe(site.url("static-text.html"), SAMPLES_OF_RUN);
            SoakRun soak = new SoakRun(prober, light, executor);
            for (int done = STEP; done <= samples; done += STEP) {
                soak.hundred();
                String row = ResourceUsage.now(settings.tempDirectory()).row(done, soak.failed);
                System.out.print(row);
                rows.append(row);
            }
            prober.shutDown();
            rows.append(ResourceUsage.now(settings.tempDirectory()).row("ended", soak.failed));
        } finally {
            executor.shutdownNow();
        }
        BenchmarkPage.write("soak.md", page(settings.slots(), rows));
    }

    private void hundred() {
        List<CompletableFuture<RunResult>> runs = new ArrayList<>();
        for (int n = 0; n < STEP / SAMPLES_OF_RUN; n++) {
            runs.add(CompletableFuture.supplyAsync(() -> prober.run(probe, (sample, of, phase) -> {}), executor));
        }
        for (CompletableFuture<RunResult> run : runs) {
            failed += (int) run.join().samples().stream()
                    .filter(sample -> !sample.isGood())
                    .count();
        }
    }

    private static String page(int slots, StringBuilder rows) {
        return """
                # Soak test

                Written by `mvn -Pcost -Dexec.args=soak`. Resource usage while %d slots take samples of a light page back to back, with a
                filmstrip after every fifth; %s. A slot replaces its browser after 200 samples. Process memory is the
                [proportional set size](https://docs.kernel.org/filesystems/proc.html); heap is measured after a garbage collection.

                %s%s""".formatted(slots, BenchEnvironment.now(), ResourceUsage.HEAD, rows);
    }
}
