package dev.tidemark.prober.page;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Workers, service workers, shared workers, and out-of-process frames: each has a DevTools session of its own, whose
 * events the session of the page does not receive. Their network events, and page events of frames, are dispatched
 * to the listeners of the page.
 *
 * <p>Messages pass through the session of the parent (the non-flat mode of the protocol), as Playwright drops those
 * of sessions that it did not open.
 */
final class ChildTargets {

    private static final String AUTO_ATTACH = "{\"autoAttach\":true,\"waitForDebuggerOnStart\":true,\"flatten\":false,"
            + "\"filter\":[{\"type\":\"iframe\"},{\"type\":\"worker\"},{\"type\":\"service_worker\"},"
            // All target types that can be paused must be listed here, or nothing resumes them.
            + "{\"type\":\"worklet\"},{\"type\":\"auction_worklet\"},{\"type\":\"shared_storage_worklet\"}]}";
    private static final String DISCOVER =
            "{\"discover\":true,\"filter\":[{\"type\":\"shared_worker\"},{\"type\":\"page\"}]}";
    private static final Set<String> FRAME_DOMAINS = Set.of("Network", "Runtime", "Log");
    /** Further targets are ignored, so that a page that creates thousands of them causes no more load. */
    private static final int MAX_TARGETS = 200;
    /** Each level nests messages as text within text, which doubles the escape characters. */
    private static final int MAX_DEPTH = 4;

    private final CdpSession page;
    private final PageSetup setUp;
    private final Consumer<ChildTargetSession> onAttached;
    private final PausedRequests pausedRequests;
    private final Map<String, ChildTargetSession> sessions = new HashMap<>();
    private final SerialQueue tasks = new SerialQueue();

    private ChildTargets(
            CdpSession page, PageSetup setUp, Consumer<ChildTargetSession> onAttached, PausedRequests pausedRequests) {
        this.page = page;
        this.setUp = setUp;
        this.onAttached = onAttached;
        this.pausedRequests = pausedRequests;
    }

    /**
     * @param browser a session of the browser itself, to be detached by its owner
     * @param onAttached called for each frame or worker
     */
    static void observe(
            CdpSession page,
            CDPSession browser,
            PageSetup setUp,
            Consumer<ChildTargetSession> onAttached,
            PausedRequests pausedRequests) {
        ChildTargets targets = new ChildTargets(page, setUp, onAttached, pausedRequests);
        pausedRequests.nextPage();
        page.on("Fetch.requestPaused", event -> pausedRequests.paused(page::send, event));
        page.on("Fetch.authRequired", event -> pausedRequests.challenged(page::send, event));
        pausedRequests.enable(page::send);
        page.on("Target.attachedToTarget", event -> targets.attached(page::send, 1, event));
        page.on("Target.receivedMessageFromTarget", targets::received);
        page.send("Target.setAutoAttach", AUTO_ATTACH);
        browser.on("Target.targetCreated", event -> targets.created(browser, event));
        browser.on("Target.attachedToTarget", event -> targets.attachedByBrowser(browser, event));
        browser.on("Target.receivedMessageFromTarget", targets::received);
        browser.send("Target.setDiscoverTargets", CdpParameters.parse(DISCOVER));
    }

    private void created(CDPSession browser, JsonObject event) {
        if (typeOf(event).equals("shared_worker")) {
            attach(browser, event);
        }
    }

    private void attach(CDPSession browser, JsonObject event) {
        JsonObject target =
                CdpParameters.of("targetId", event.getAsJsonObject("targetInfo").get("targetId"), "flatten", false);
        tasks.run(() -> browser.send("Target.attachToTarget", target));
    }

    private static String typeOf(JsonObject event) {
        return event.getAsJsonObject("targetInfo").get("type").getAsString();
    }

    /** A popup is paused by being attached, and closed by the owner of the session. */
    private void attachedByBrowser(CDPSession browser, JsonObject event) {
        if (!typeOf(event).equals("page")) {
            attached(browser::send, 1, event);
        }
    }

    private void attached(ChildTargetSession.Sender parent, int depth, JsonObject event) {
        String sessionId = event.get("sessionId").getAsString();
        ChildTargetSession child = new ChildTargetSession(parent, sessionId, typeOf(event), depth);
        onAttached.accept(child);
        boolean observed = sessions.size() < MAX_TARGETS;
        if (observed) {
            sessions.put(sessionId, child);
        }
        tasks.run(() -> {
            if (observed) {
                setUp.enable(child);
                pausedRequests.enable(child::send);
                attachChildren(child);
            }
            child.send("Runtime.runIfWaitingForDebugger", new JsonObject());
        });
    }

    private static void attachChildren(ChildTargetSession child) {
        if (child.depth() < MAX_DEPTH) {
            child.send("Target.setAutoAttach", CdpParameters.parse(AUTO_ATTACH));
        }
    }

    private void received(JsonObject event) {
        ChildTargetSession child = sessions.get(event.get("sessionId").getAsString());
        if (child == null) {
            return;
        }
        JsonObject message =
                JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
        if (!message.has("method")) {
            return;
        }
        String method = message.get("method").getAsString();
        JsonObject parameters = message.getAsJsonObject("params");
        switch (method) {
            case "Target.attachedToTarget" -> attached(child::send, child.depth() + 1, parameters);
            case "Target.receivedMessageFromTarget" -> received(parameters);
            case "Fetch.requestPaused" -> pausedRequests.paused(child::send, parameters);
            case "Fetch.authRequired" -> pausedRequests.challenged(child::send, parameters);
            default -> {
                if (FRAME_DOMAINS.contains(method.substring(0, method.indexOf('.')))) {
                    page.dispatch(method, parameters);
                }
            }
        }
    }
}
