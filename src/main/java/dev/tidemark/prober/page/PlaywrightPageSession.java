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

    private static final Page.WaitForConditionOptions FOR_EVER = new Page.WaitForConditionOptions().setTimeout(0);

    private final BrowserContext context;
    private final Page page;
    private final CdpSession cdp;
    private final CDPSession browser;
    private final WorkerRequestBackfill earlyBirds;
    private final PausedRequests held;
    private boolean retired;

    private PlaywrightPageSession(BrowserContext context, Probe probe, PausedRequests held) {
        this.context = context;
        this.page = context.newPage();
        this.cdp = new PlaywrightCdpSession(context.newCDPSession(page));
        this.browser = context.browser().newBrowserCDPSession();
        this.earlyBirds = new WorkerRequestBackfill(page, probe.target().url());
        this.held = held;
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
    public PageSession again(Probe probe) {
        retired = true;
        browser.detach();
        page.close();
        return new PlaywrightPageSession(context, probe, held);
    }

    @Override
    public String prepare(Probe probe, PageEnd fate) {
        page.onCrash(gone -> fate.crashed());
        page.onClose(gone -> fate.closed());
        page.onDownload(started -> fate.downloadBegan());
        context.onPage(another -> opened(another, fate));
        PageSetup setUp = PageSetup.besidePlaywright(probe);
        String mainFrame = setUp.prepare(cdp);
        cdp.on("Network.requestWillBeSent", earlyBirds::sent);
        ChildTargets.hear(cdp, browser, setUp, newcomer -> earlyBirds.listen(), held);
        return mainFrame;
    }

    private void opened(Page another, PageEnd fate) {
        if (another == page || retired) {
            return;
        }
        fate.popupOpened();
        earlyBirds.leaveOut(another);
        try {
            another.close();
        } catch (PlaywrightException closedItself) {
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
    public void listenUntil(BooleanSupplier enough) {
        page.waitForCondition(enough, FOR_EVER);
    }

    @Override
    public List<LateRequest> unheard(List<String> heard, String documentUrl) {
        return earlyBirds.unheard(heard, documentUrl);
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
