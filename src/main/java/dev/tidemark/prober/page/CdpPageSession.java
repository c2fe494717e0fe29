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
import dev.tidemark.prober.network.LateRequest;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A page in a context that is unknown to Playwright, so that each event is serialized, sent and parsed once instead
 * of twice. To the page it is identical to one of Playwright ({@link DeviceEmulation}), but it does not support
 * interaction.
 */
final class CdpPageSession implements PageSession {

    private static final BrowserContext.WaitForConditionOptions FOR_EVER =
            new BrowserContext.WaitForConditionOptions().setTimeout(0);

    private static final PageHintCache MISSES_WORKERS = new PageHintCache();

    private static final String HOLD_PAGES = "{\"autoAttach\":true,\"waitForDebuggerOnStart\":true,\"flatten\":true,"
            + "\"filter\":[{\"type\":\"page\"}]}";

    private final Browser playwrights;
    private final BrowserContext idle;
    private final String context;
    private final CDPSession browser;
    private final String target;
    private final NonFlatCdpSession cdp;
    private final PausedRequests held;
    private final SerialQueue turns = new SerialQueue();

    private CdpPageSession(
            Browser playwrights,
            BrowserContext idle,
            CDPSession browser,
            String context,
            Viewport viewport,
            PausedRequests held) {
        this.playwrights = playwrights;
        this.idle = idle;
        this.browser = browser;
        this.context = context;
        this.held = held;
        refuseDownloads();
        this.target = emptyPage(viewport);
        this.cdp = new NonFlatCdpSession(browser, session(), this::listenUntil);
    }

    /**
     * @param idle a context without pages, used to process events
     * @throws PlaywrightException if the browser or its driver no longer exists
     */
    static CdpPageSession open(Browser playwrights, BrowserContext idle, Probe probe) {
        CDPSession browser = playwrights.newBrowserCDPSession();
        String context = browser.send("Target.createBrowserContext")
                .get("browserContextId")
                .getAsString();
        JsonArray cookies = new DeviceEmulation(probe).cookies();
        if (!cookies.isEmpty()) {
            browser.send("Storage.setCookies", CdpParameters.of("browserContextId", context, "cookies", cookies));
        }
        return new CdpPageSession(
                playwrights, idle, browser, context, probe.profile().viewport(), new PausedRequests(probe));
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

    /** Holds for as long as the session does. */
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
    public String prepare(Probe probe, PageEnd fate) {
        browser.on("Target.targetCrashed", event -> ended(event, "the page crashed", fate::crashed));
        browser.on("Target.detachedFromTarget", event -> ended(event, "the page was closed", fate::closed));
        browser.on("Target.targetCreated", event -> opened(event.getAsJsonObject("targetInfo"), fate));
        browser.on("Browser.downloadWillBegin", event -> fate.downloadBegan());
        cdp.on("Page.javascriptDialogOpening", this::dismiss);
        PageSetup setUp = PageSetup.alone(probe);
        String mainFrame = setUp.prepare(cdp);
        ChildTargets.hear(cdp, browser, setUp, newcomer -> remember(newcomer, probe), held);
        holdPopups();
        return mainFrame;
    }

    private static void remember(ChildTargetSession newcomer, Probe probe) {
        if (newcomer.isOnItsOwn()) {
            MISSES_WORKERS.add(probe.target().url());
            WorkerRequestBackfill.expectAt(probe.target().url());
        }
    }

    /** Whether workers of the page start before our session is attached, so that Playwright is needed. */
    static boolean missesWorkersAt(URI page) {
        return MISSES_WORKERS.has(page);
    }

    /** What is attached waits, and is closed before anything of it has run. */
    private void holdPopups() {
        browser.send("Target.setAutoAttach", CdpParameters.parse(HOLD_PAGES));
    }

    private void ended(JsonObject event, String how, Runnable tell) {
        if (isOwn(event)) {
            cdp.endedBecause(how);
            tell.run();
        }
    }

    private boolean isOwn(JsonObject event) {
        return target.equals(event.get("targetId").getAsString());
    }

    private void opened(JsonObject another, PageEnd fate) {
        boolean popup = another.get("type").getAsString().equals("page")
                && another.has("browserContextId")
                && context.equals(another.get("browserContextId").getAsString());
        if (popup && !isOwn(another)) {
            fate.popupOpened();
            String id = another.get("targetId").getAsString();
            turns.take(() -> browser.send("Target.closeTarget", CdpParameters.of("targetId", id)));
        }
    }

    /** Accepts beforeunload dialogs, as Playwright does. */
    private void dismiss(JsonObject event) {
        boolean accept = event.get("type").getAsString().equals("beforeunload");
        turns.take(() -> cdp.send("Page.handleJavaScriptDialog", CdpParameters.of("accept", accept)));
    }

    @Override
    public void navigate(String url, double atMostMillis) {
        long end = System.nanoTime() + (long) (atMostMillis * 1e6);
        int asked = cdp.begin("Page.navigate", CdpParameters.of("url", url, "referrerPolicy", "unsafeUrl"));
        boolean[] late = {false};
        listenUntil(() -> {
            late[0] = System.nanoTime() > end;
            return late[0] || cdp.isOver(asked);
        });
        if (late[0]) {
            throw new TimeoutError("No document received within " + Math.round(atMostMillis) + " ms");
        }
        JsonObject answer = cdp.answer(asked, "Page.navigate");
        if (answer.has("errorText")) {
            throw new PlaywrightException(answer.get("errorText").getAsString() + " at " + url);
        }
    }

    @Override
    public void listenUntil(BooleanSupplier enough) {
        idle.waitForCondition(enough, FOR_EVER);
    }

    @Override
    public List<LateRequest> unheard(List<String> heard, String documentUrl) {
        return List.of();
    }

    @Override
    public PageSession again(Probe probe) {
        browser.detach();
        CDPSession fresh = playwrights.newBrowserCDPSession();
        fresh.send("Target.closeTarget", CdpParameters.of("targetId", target));
        return new CdpPageSession(
                playwrights, idle, fresh, context, probe.profile().viewport(), held);
    }

    @Override
    public void close() {
        browser.send("Target.disposeBrowserContext", CdpParameters.of("browserContextId", context));
        browser.detach();
    }
}
