package dev.tidemark.prober.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.prober.network.LateRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** A page of Playwright, on which the steps of a probe are executed. Playwright also receives all its events. */
final class PlaywrightPageSession implements InteractivePageSession {

    private static final Page.WaitForConditionOptions NO_TIMEOUT = new Page.WaitForConditionOptions().setTimeout(0);

    private final BrowserContext context;
    private final Page page;
    private final CdpSession cdp;
    private final CDPSession browser;
    private final WorkerRequestBackfill backfill;
    private final PausedRequests pausedRequests;
    private boolean replaced;

    private PlaywrightPageSession(BrowserContext context, Probe probe, PausedRequests pausedRequests) {
        this.context = context;
        this.page = context.newPage();
        this.cdp = new PlaywrightCdpSession(context.newCDPSession(page));
        this.browser = context.browser().newBrowserCDPSession();
        this.backfill = new WorkerRequestBackfill(page, probe.target().url());
        this.pausedRequests = pausedRequests;
    }

    /**
     * Opens a page with the screen, cookies, headers and credentials of the probe.
     *
     * @throws PlaywrightException if the browser or its driver no longer exists
     */
    static PlaywrightPageSession open(Browser browser, Probe probe) {
        return new PlaywrightPageSession(ContextOptions.open(browser, probe), probe, new PausedRequests(probe));
    }

    @Override
    public CdpSession cdp() {
        return cdp;
    }

    @Override
    public PageSession reopen(Probe probe) {
        replaced = true;
        browser.detach();
        page.close();
        return new PlaywrightPageSession(context, probe, pausedRequests);
    }

    @Override
    public String prepare(Probe probe, PageEnd listener) {
        page.onCrash(event -> listener.crashed());
        page.onClose(event -> listener.closed());
        page.onDownload(started -> listener.downloadBegan());
        context.onPage(opened -> opened(opened, listener));
        PageSetup setUp = PageSetup.withPlaywright(probe);
        String mainFrame = setUp.prepare(cdp);
        cdp.on("Network.requestWillBeSent", backfill::sent);
        ChildTargets.observe(cdp, browser, setUp, child -> backfill.listen(), pausedRequests);
        return mainFrame;
    }

    private void opened(Page opened, PageEnd listener) {
        if (opened == page || replaced) {
            return;
        }
        listener.popupOpened();
        backfill.exclude(opened);
        try {
            opened.close();
        } catch (PlaywrightException alreadyClosed) {
            // The page is already closed.
        }
    }

    @Override
    public void navigate(String url, double atMostMillis) {
        page.navigate(
                url,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT).setTimeout(atMostMillis));
    }

    @Override
    public void processEventsUntil(BooleanSupplier condition) {
        page.waitForCondition(condition, NO_TIMEOUT);
    }

    @Override
    public List<LateRequest> unreportedRequests(List<String> reported, String documentUrl) {
        return backfill.unreported(reported, documentUrl);
    }

    @Override
    public Optional<String> perform(Step step, Runnable beforeNavigation, DoubleSupplier remainingMillis) {
        return new StepRunner(page, beforeNavigation, remainingMillis).run(step);
    }

    @Override
    public void close() {
        browser.detach();
        context.close();
    }
}
