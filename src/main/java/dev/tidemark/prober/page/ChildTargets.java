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
    private static final Set<String> TOLD_OF_FRAMES = Set.of("Network", "Runtime", "Log");
    /** Further targets are ignored, so that a page that creates thousands of them causes no more load. */
    private static final int MOST_HEARD = 200;
    /** Each level nests messages as text within text, which doubles the escape characters. */
    private static final int DEEPEST_HEARD = 4;

    private final CdpSession page;
    private final PageSetup setUp;
    private final Consumer<ChildTargetSession> newcomer;
    private final PausedRequests held;
    private final Map<String, ChildTargetSession> lines = new HashMap<>();
    private final SerialQueue turns = new SerialQueue();

    private ChildTargets(CdpSession page, PageSetup setUp, Consumer<ChildTargetSession> newcomer, PausedRequests held) {
        this.page = page;
        this.setUp = setUp;
        this.newcomer = newcomer;
        this.held = held;
    }

    /**
     * @param browser a session of the browser itself, to be detached by its owner
     * @param newcomer called for each frame or worker
     */
    static void hear(
            CdpSession page,
            CDPSession browser,
            PageSetup setUp,
            Consumer<ChildTargetSession> newcomer,
            PausedRequests held) {
        ChildTargets related = new ChildTargets(page, setUp, newcomer, held);
        held.begin();
        page.on("Fetch.requestPaused", event -> held.paused(page::send, event));
        page.on("Fetch.authRequired", event -> held.challenged(page::send, event));
        held.hold(page::send);
        page.on("Target.attachedToTarget", event -> related.attached(page::send, 1, event));
        page.on("Target.receivedMessageFromTarget", related::received);
        page.send("Target.setAutoAttach", AUTO_ATTACH);
        browser.on("Target.targetCreated", event -> related.created(browser, event));
        browser.on("Target.attachedToTarget", event -> related.attachedByBrowser(browser, event));
        browser.on("Target.receivedMessageFromTarget", related::received);
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
        turns.take(() -> browser.send("Target.attachToTarget", target));
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
        String session = event.get("sessionId").getAsString();
        ChildTargetSession line = new ChildTargetSession(parent, session, typeOf(event), depth);
        newcomer.accept(line);
        boolean heard = lines.size() < MOST_HEARD;
        if (heard) {
            lines.put(session, line);
        }
        turns.take(() -> {
            if (heard) {
                setUp.hear(line);
                held.hold(line::send);
                hearThoseBelow(line);
            }
            line.send("Runtime.runIfWaitingForDebugger", new JsonObject());
        });
    }

    private static void hearThoseBelow(ChildTargetSession line) {
        if (line.depth() < DEEPEST_HEARD) {
            line.send("Target.setAutoAttach", CdpParameters.parse(AUTO_ATTACH));
        }
    }

    private void received(JsonObject event) {
        ChildTargetSession line = lines.get(event.get("sessionId").getAsString());
        if (line == null) {
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
            case "Target.attachedToTarget" -> attached(line::send, line.depth() + 1, parameters);
            case "Target.receivedMessageFromTarget" -> received(parameters);
            case "Fetch.requestPaused" -> held.paused(line::send, parameters);
            case "Fetch.authRequired" -> held.challenged(line::send, parameters);
            default -> {
                if (TOLD_OF_FRAMES.contains(method.substring(0, method.indexOf('.')))) {
                    page.relay(method, parameters);
                }
            }
        }
    }
}
