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
     * Opens a page with the screen, cookies, headers and credentials of the probe: Playwright's where it has steps to do
     * or workers that Playwright hears earlier.
     *
     * @param idle a context without pages, which lets events in
     * @throws PlaywrightException when the browser or its driver is gone
     */
    static PageSession open(Browser browser, BrowserContext idle, Probe probe) {
        return hasSteps(probe.target())
                        || CdpPageSession.missesWorkersAt(probe.target().url())
                ? PlaywrightPageSession.open(browser, probe)
                : CdpPageSession.open(browser, idle, probe);
    }

    private static boolean hasSteps(Target target) {
        return target instanceof Target.Journey journey && journey.steps().size() > 1
                || target instanceof Target.Page page && !page.steps().isEmpty();
    }

    CdpSession cdp();

    /** Readies the page for navigating, once the session's readers are there; returns the id of the main frame. */
    String prepare(Probe probe, PageEnd fate);

    /**
     * Goes to an address and comes back when its document begins to be shown.
     *
     * @throws TimeoutError when that took longer
     * @throws PlaywrightException with Chromium's {@code net::} code when it did not come, or when the page is gone
     */
    void navigate(String url, double atMostMillis);

    /** Lets events in until something holds, for which is asked after each and every 10 ms at least. */
    void listenUntil(BooleanSupplier enough);

    /** Requests of workers that were over before they were listened to, given the addresses of those that were heard of. */
    List<LateRequest> unheard(List<String> heard, String documentUrl);

    /** Another page in the same context, with what the first has left in the cache; this one is closed. */
    PageSession again(Probe probe);

    /** @throws PlaywrightException when the context does not close */
    @Override
    void close();
}
