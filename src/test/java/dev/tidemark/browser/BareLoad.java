package dev.tidemark.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Duration;

/** The floor: the same program with the same switches loads a page in a fresh context and measures nothing. */
final class BareLoad implements AutoCloseable {

    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    BareLoad(Chromium chromium) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.program())
                        .setArgs(chromium.switches(1).stream()
                                .filter(one -> !one.startsWith("--proxy-"))
                                .toList()));
    }

    void load(String url) {
        load(url, Duration.ZERO);
    }

    /** @param stay how long the page is left alone after its load event */
    void load(String url, Duration stay) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1350, 940));
                Page page = context.newPage()) {
            page.navigate(url);
            if (!stay.isZero()) {
                page.waitForTimeout(stay.toMillis());
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
