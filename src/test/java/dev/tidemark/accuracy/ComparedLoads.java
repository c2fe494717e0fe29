package dev.tidemark.accuracy;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.prober.browser.BrowserProber;
import dev.tidemark.prober.browser.BrowserSettings;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Loads fixtures with the prober, several in parallel, while the reference measures the same loads. */
final class ComparedLoads {

    private static final int AT_ONCE = 3;

    private final Queue<Fixture> waiting;
    private final ReferenceScript reference;
    private final BrowserProber prober;
    private final List<Comparison> done = Collections.synchronizedList(new ArrayList<>());

    private ComparedLoads(List<Fixture> fixtures, ReferenceScript reference, BrowserProber prober) {
        this.waiting = new ConcurrentLinkedQueue<>(fixtures);
        this.reference = reference;
        this.prober = prober;
    }

    static List<Comparison> compare(List<Fixture> fixtures, ReferenceScript reference)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(Path.of("target", "accuracy"));
        BrowserSettings browsers =
                new BrowserSettings(TestBrowser.chromium().toString(), data.toString(), OptionalInt.of(AT_ONCE), false);
        OutboundSettings ways =
                new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false);
        try (ProbeProxy proxy = new ProbeProxy(ways, Clock.systemUTC())) {
            BrowserProber prober = new BrowserProber(browsers, proxy, Clock.systemUTC());
            ComparedLoads loads = new ComparedLoads(fixtures, reference, prober);
            loads.run();
            prober.shutDown();
            return List.copyOf(loads.done);
        }
    }

    private void run() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            threads.add(new Thread(this::work));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** One site per thread, so that reference results belong to the current load. */
    private void work() {
        try (FixtureSite site = new FixtureSite(reference.text())) {
            for (Fixture fixture = waiting.poll(); fixture != null; fixture = waiting.poll()) {
                var run = prober.run(FixtureProbe.of(fixture, site), (sample, of, phase) -> {});
                done.add(Comparison.of(fixture.path(), run.samples().get(0), site.takeSaid()));
            }
        }
    }
}
