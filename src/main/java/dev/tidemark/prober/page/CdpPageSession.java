package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.network.LateRequest;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A page in a context that is unknown to Playwright, so that each event is serialized, sent and parsed once instead
 * of twice. To the page it is identical to one of Playwright ({@link DeviceEmulation}), but it does not support
 * interaction.
 */
final class CdpPageSession implements PageSession {

    private static final BrowserContext.WaitForConditionOptions NO_TIMEOUT =
            new BrowserContext.WaitForConditionOptions().setTimeout(0);

    private static final PageHintCache PAGES_WITH_EARLY_WORKERS = new PageHintCache();

    private static final String PAUSE_PAGES = "{\"autoAttach\":true,\"waitForDebuggerOnStart\":true,\"flatten\":true,"
            + "\"filter\":[{\"type\":\"page\"}]}";

    private final Browser playwright;
    private final BrowserContext idle;
    private final String context;
    private final CDPSession browser;
    private final String target;
    private final NonFlatCdpSession cdp;
    private final PausedRequests pausedRequests;
    private final SerialQueue tasks = new SerialQueue();

    private CdpPageSession(
            Browser playwright,
            BrowserContext idle,
            CDPSession browser,
            String context,
            Viewport viewport,
            PausedRequests pausedRequests) {
        this.playwright = playwright;
        this.idle = idle;
        this.browser = browser;
        this.context = context;
        this.pausedRequests = pausedRequests;
        refuseDownloads();
        this.target = emptyPage(viewport);
        this.cdp = new NonFlatCdpSession(browser, session(), this::processEventsUntil);
    }

    /**
     * @param idle a context without pages, used to process events
     * @throws PlaywrightException if the browser or its driver no longer exists
     */
    static CdpPageSession open(Browser playwright, BrowserContext idle, Probe probe) {
        CDPSession browser = playwright.newBrowserCDPSession();
        String context = browser.send("Target.createBrowserContext")
                .get("browserContextId")
                .getAsString();
        JsonArray cookies = new DeviceEmulation(probe).cookies();
        if (!cookies.isEmpty()) {
            browser.send("Storage.setCookies", CdpParameters.of("browserContextId", context, "cookies", cookies));
        }
        return new CdpPageSession(
                playwright, idle, browser, context, probe.profile().viewport(), new PausedRequests(probe));
    }

    private String emptyPage(Viewport viewport) {
        JsonObject page = CdpParameters.of(
                "url",
                "about:blank",
                "browserContextId",
                context,
                "newWindow",
                true,
                "width",
                viewport.width(),
                "height",
                viewport.height());
        return browser.send("Target.createTarget", page).get("targetId").getAsString();
    }

    private String session() {
        JsonObject page = CdpParameters.of("targetId", target, "flatten", false);
        return browser.send("Target.attachToTarget", page).get("sessionId").getAsString();
    }

    /** Applies as long as the session exists. */
    private void refuseDownloads() {
        browser.send(
                "Browser.setDownloadBehavior",
                CdpParameters.of("behavior", "deny", "browserContextId", context, "eventsEnabled", true));
    }

    @Override
    public CdpSession cdp() {
        return cdp;
    }

    @Override
    public String prepare(Probe probe, PageEnd listener) {
        browser.on("Target.targetCrashed", event -> targetEnded(event, "the page crashed", listener::crashed));
        browser.on("Target.detachedFromTarget", event -> targetEnded(event, "the page was closed", listener::closed));
        browser.on("Target.targetCreated", event -> opened(event.getAsJsonObject("targetInfo"), listener));
        browser.on("Browser.downloadWillBegin", event -> listener.downloadBegan());
        cdp.on("Page.javascriptDialogOpening", this::dismiss);
        PageSetup setUp = PageSetup.withoutPlaywright(probe);
        String mainFrame = setUp.prepare(cdp);
        ChildTargets.observe(cdp, browser, setUp, child -> onChildTarget(child, probe), pausedRequests);
        pausePopups();
        return mainFrame;
    }

    private static void onChildTarget(ChildTargetSession child, Probe probe) {
        if (child.isIndependent()) {
            PAGES_WITH_EARLY_WORKERS.add(probe.target().url());
            WorkerRequestBackfill.expectWorkersAt(probe.target().url());
        }
    }

    /** Whether workers of the page start before the measuring session is attached, so that Playwright is needed. */
    static boolean hasEarlyWorkers(WebUrl page) {
        return PAGES_WITH_EARLY_WORKERS.has(page);
    }

    /** Pauses popups when they are attached; they are closed before any of their scripts runs. */
    private void pausePopups() {
        browser.send("Target.setAutoAttach", CdpParameters.parse(PAUSE_PAGES));
    }

    private void targetEnded(JsonObject event, String reason, Runnable notify) {
        if (isOwn(event)) {
            cdp.end(reason);
            notify.run();
        }
    }

    private boolean isOwn(JsonObject event) {
        return target.equals(event.get("targetId").getAsString());
    }

    private void opened(JsonObject opened, PageEnd listener) {
        boolean popup = opened.get("type").getAsString().equals("page")
                && opened.has("browserContextId")
                && context.equals(opened.get("browserContextId").getAsString());
        if (popup && !isOwn(opened)) {
            listener.popupOpened();
            String id = opened.get("targetId").getAsString();
            tasks.run(() -> browser.send("Target.closeTarget", CdpParameters.of("targetId", id)));
        }
    }

    /** Accepts beforeunload dialogs, as Playwright does. */
    private void dismiss(JsonObject event) {
        boolean accept = event.get("type").getAsString().equals("beforeunload");
        tasks.run(() -> cdp.send("Page.handleJavaScriptDialog", CdpParameters.of("accept", accept)));
    }

    @Override
    public void navigate(String url, double atMostMillis) {
        long end = System.nanoTime() + (long) (atMostMillis * 1e6);
        int command = cdp.begin("Page.navigate", CdpParameters.of("url", url, "referrerPolicy", "unsafeUrl"));
        boolean[] timedOut = {false};
        processEventsUntil(() -> {
            timedOut[0] = System.nanoTime() > end;
            return timedOut[0] || cdp.isComplete(command);
        });
        if (timedOut[0]) {
            throw new TimeoutError("No document received within " + Math.round(atMostMillis) + " ms");
        }
        JsonObject response = cdp.response(command, "Page.navigate");
        if (response.has("errorText")) {
            throw new PlaywrightException(response.get("errorText").getAsString() + " at " + url);
        }
    }

    @Override
    public void processEventsUntil(BooleanSupplier condition) {
        idle.waitForCondition(condition, NO_TIMEOUT);
    }

    @Override
    public List<LateRequest> unreportedRequests(List<String> reported, String documentUrl) {
        return List.of();
    }

    @Override
    public PageSession reopen(Probe probe) {
        browser.detach();
        CDPSession newSession = playwright.newBrowserCDPSession();
        newSession.send("Target.closeTarget", CdpParameters.of("targetId", target));
        return new CdpPageSession(
                playwright, idle, newSession, context, probe.profile().viewport(), pausedRequests);
    }

    @Override
    public void close() {
        browser.send("Target.disposeBrowserContext", CdpParameters.of("browserContextId", context));
        browser.detach();
    }
}
