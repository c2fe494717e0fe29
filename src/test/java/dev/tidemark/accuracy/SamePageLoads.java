package dev.tidemark.accuracy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.tidemark.it.TestBrowser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Loads fixtures, some at once, each looked at by the collector and by the reference. */
final class SamePageLoads {

    private static final int AT_ONCE = 3;
    private static final double LIMIT_MILLIS = 20_000;

    private final Queue<Fixture> waiting;
    private final ReferenceScript reference;
    private final List<Comparison> done = Collections.synchronizedList(new ArrayList<>());

    private SamePageLoads(List<Fixture> fixtures, ReferenceScript reference) {
        this.waiting = new ConcurrentLinkedQueue<>(fixtures);
        this.reference = reference;
    }

    static List<Comparison> compare(List<Fixture> fixtures, ReferenceScript reference) throws InterruptedException {
        SamePageLoads loads = new SamePageLoads(fixtures, reference);
        try (FixtureSite site = new FixtureSite()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                threads.add(new Thread(() -> loads.work(site)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return List.copyOf(loads.done);
    }

    private void work(FixtureSite site) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(TestBrowser.chromium())
                .setArgs(List.of("--no-sandbox"));
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(options)) {
            for (Fixture fixture = waiting.poll(); fixture != null; fixture = waiting.poll()) {
                done.add(compare(site, browser, fixture));
            }
        }
    }

    private Comparison compare(FixtureSite site, Browser browser, Fixture fixture) {
        try (ObservedLoad load = new ObservedLoad(browser, reference.text())) {
            var observed = load.watch(site.url(fixture.path()), fixture.interaction(), LIMIT_MILLIS);
            return Comparison.of(fixture.path(), observed, load.reference());
        }
    }
}
