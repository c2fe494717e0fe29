package dev.tidemark.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Step;
import dev.tidemark.traffic.LateRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** A fresh context with one empty page and its DevTools session. Used by the thread that owns the browser. */
public record Stage(
        BrowserContext context, Page page, Cdp cdp, CDPSession browser, EarlyBirds earlyBirds, HeldRequests held)
        implements AutoCloseable {

    /**
     * Opens a page with the screen, cookies, headers and credentials of the probe.
     *
     * @throws PlaywrightException when the browser or its driver is gone
     */
    public static Stage open(Browser browser, Probe probe) {
        BrowserContext context = ContextOptions.open(browser, probe);
        Page page = context.newPage();
        return new Stage(
                context,
                page,
                new Cdp(context.newCDPSession(page)),
                browser.newBrowserCDPSession(),
                new EarlyBirds(context, probe.target().url()),
                new HeldRequests(probe));
    }

    /** Another page in the same context, with what the first has left in the cache; this one is closed. */
    public Stage again(Probe probe) {
        browser.detach();
        page.close();
        Page fresh = context.newPage();
        return new Stage(
                context,
                fresh,
                new Cdp(context.newCDPSession(fresh)),
                context.browser().newBrowserCDPSession(),
                new EarlyBirds(context, probe.target().url()),
                held);
    }

    /** Readies the session for navigating, once its readers are there; returns the id of the main frame. */
    public String prepare(Probe probe) {
        String mainFrame = PageSetUp.prepare(cdp, probe);
        RelatedTargets.hear(cdp, browser, probe, earlyBirds, held);
        return mainFrame;
    }

    /** Requests of workers that were over before they were listened to, given the addresses of those that were heard of. */
    public List<LateRequest> unheard(List<String> heard, String documentUrl) {
        return earlyBirds.unheard(heard, documentUrl);
    }

    /**
     * Does what a visitor would do.
     *
     * @param beforeNavigation is told when the step may leave the page for another
     * @param remainingMillis of the sample's time
     * @return what could not be done and why; empty when it was done
     */
    public Optional<String> perform(Step step, Runnable beforeNavigation, DoubleSupplier remainingMillis) {
        return new StepRunner(page, beforeNavigation, remainingMillis).run(step);
    }

    /** The step as people name it, without what is filled in. */
    public static String describe(Step step) {
        return StepText.of(step);
    }

    /** @throws PlaywrightException when the context does not close */
    @Override
    public void close() {
        browser.detach();
        context.close();
    }
}
