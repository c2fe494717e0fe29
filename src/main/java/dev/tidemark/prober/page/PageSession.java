package dev.tidemark.prober.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.prober.network.LateRequest;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A fresh context with one empty page and its DevTools session. Used by the thread that owns the browser. */
public interface PageSession extends AutoCloseable {

    /**
     * Opens a page with the screen, cookies, headers and credentials of the probe: one of Playwright if the
     * probe has steps or the page has workers that Playwright attaches to earlier.
     *
     * @param idle a context without pages, used to process events
     * @throws PlaywrightException if the browser or its driver no longer exists
     */
    static PageSession open(Browser browser, BrowserContext idle, Probe probe) {
        return hasSteps(probe.target())
                        || CdpPageSession.hasEarlyWorkers(probe.target().url())
                ? PlaywrightPageSession.open(browser, probe)
                : CdpPageSession.open(browser, idle, probe);
    }

    private static boolean hasSteps(Target target) {
        return target instanceof Target.Journey journey && journey.steps().size() > 1
                || target instanceof Target.PageTarget page && !page.steps().isEmpty();
    }

    CdpSession cdp();

    /** Prepares navigation, after the listeners of the session are registered; returns the id of the main frame. */
    String prepare(Probe probe, PageEnd listener);

    /**
     * Navigates to a URL and returns when its document is committed.
     *
     * @throws TimeoutError if that takes too long
     * @throws PlaywrightException with Chromium's {@code net::} code if the navigation fails, or if the page no
     *     longer exists
     */
    void navigate(String url, double atMostMillis);

    /** Processes events until a condition holds, which is checked after each event and at least every 10 ms. */
    void processEventsUntil(BooleanSupplier condition);

    /** Requests of workers that completed before their session was attached, given the URLs of the reported ones. */
    List<LateRequest> unreportedRequests(List<String> reported, String documentUrl);

    /** Opens another page in the same context, with a warm cache; this one is closed. */
    PageSession reopen(Probe probe);

    /** @throws PlaywrightException when the context does not close */
    @Override
    void close();
}
