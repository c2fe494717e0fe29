package dev.tidemark.prober.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tidemark.it.TestBrowser;
import java.time.Duration;
import java.util.List;

/** Baseline: the same binary with the same switches loads a page in a fresh context without measuring anything. */
final class PlaywrightLoad implements AutoCloseable {

    private static final String LARGEST_PAINT = """
            () => new Promise(resolve => new PerformanceObserver(seen => resolve(seen.getEntries().at(-1).startTime))
                .observe({type: 'largest-contentful-paint', buffered: true}))""";

    private final Playwright playwright = TestBrowser.playwright();
    private final Browser browser;

    /** Connects directly. */
    PlaywrightLoad(ChromiumOptions chromium) {
        this(
                chromium,
                chromium.switches(1).stream()
                        .filter(one -> !one.startsWith("--proxy-"))
                        .toList());
    }

    /** Connects through the proxy. */
    PlaywrightLoad(ChromiumOptions chromium, int proxyPort) {
        this(chromium, chromium.switches(proxyPort));
    }

    private PlaywrightLoad(ChromiumOptions chromium, List<String> switches) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.program())
                        .setIgnoreDefaultArgs(ChromiumOptions.UNWANTED)
                        .setArgs(switches));
    }

    void load(String url) {
        load(url, Duration.ZERO);
    }

    /** @param stay how long the page stays open after its load event */
    void load(String url, Duration stay) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1350, 940));
                Page page = context.newPage()) {
            page.navigate(url);
            stay(page, stay);
        }
    }

    /** Largest Contentful Paint in ms, as reported by the page some time after its load event. */
    double largestPaint(String url, Duration stay) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1350, 940));
                Page page = context.newPage()) {
            page.navigate(url);
            stay(page, stay);
            return ((Number) page.evaluate(LARGEST_PAINT)).doubleValue();
        }
    }

    private static void stay(Page page, Duration stay) {
        if (!stay.isZero()) {
            page.waitForTimeout(stay.toMillis());
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
