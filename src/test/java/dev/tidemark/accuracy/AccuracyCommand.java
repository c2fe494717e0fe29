package dev.tidemark.accuracy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.tidemark.it.TestBrowser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * How right is it? Loads each fixture page once, lets the collector and the reference look at the very same load, prints
 * where they differ and the table of agreement, and puts it into the manual. Arguments: parts of page names; none is all.
 */
public final class AccuracyCommand {

    private static final int AT_ONCE = 3;
    private static final double LIMIT_MILLIS = 20_000;

    private final Queue<Fixture> waiting;
    private final ReferenceScript reference;
    private final List<Comparison> done = Collections.synchronizedList(new ArrayList<>());

    private AccuracyCommand(List<Fixture> fixtures, ReferenceScript reference) {
        this.waiting = new ConcurrentLinkedQueue<>(fixtures);
        this.reference = reference;
    }

    public static void main(String[] names) throws IOException, InterruptedException {
        List<Fixture> fixtures = Fixture.all().stream()
                .filter(fixture -> names.length == 0 || Stream.of(names).anyMatch(fixture.path()::contains))
                .toList();
        AccuracyCommand command = new AccuracyCommand(fixtures, ReferenceScript.fetched());
        command.run();
        command.report(names.length == 0);
    }

    private void run() throws InterruptedException {
        try (FixtureSite site = new FixtureSite()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                threads.add(new Thread(() -> work(site)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
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

    private void report(boolean whole) throws IOException {
        List<Comparison> referenced =
                done.stream().filter(Comparison::hasReference).toList();
        done.stream()
                .filter(one -> !one.hasReference())
                .forEach(one -> System.out.println(one.page() + ": the reference said nothing"));
        List<String> faults = referenced.stream()
                .flatMap(one -> one.faults().stream())
                .sorted()
                .toList();
        faults.forEach(System.out::println);
        System.out.println(Table.of(referenced));
        if (whole) {
            AccuracyPage.write(Table.of(referenced), faults, done.size(), reference.name());
        }
    }
}
