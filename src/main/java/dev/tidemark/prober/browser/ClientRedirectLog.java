package dev.tidemark.prober.browser;

import com.google.gson.JsonObject;
import dev.tidemark.model.result.ClientRedirect;
import dev.tidemark.model.result.RedirectKind;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.prober.network.NetworkExchange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The address of the main frame, and its navigations that neither the probe nor a step has started. */
final class ClientRedirectLog {

    private static final int MAX_REDIRECTS = 50;
    private static final int MAX_STARTED = 100;
    private static final int MAX_URL = 4_000;

    private final Clock clock;
    private final List<ClientRedirect> redirects = new ArrayList<>();
    private final Map<String, Started> startedByLoader = new LinkedHashMap<>();
    private Optional<PageClock> start = Optional.empty();
    private RedirectKind requested = RedirectKind.SCRIPT;
    private String mainFrame = "";
    private String address = "";
    private String documentUrl = "";
    private boolean expected = true;
    private int step;

    ClientRedirectLog(Clock clock) {
        this.clock = clock;
    }

    void subscribeTo(CdpEvents events) {
        events.on("Page.frameRequestedNavigation", this::requested);
        events.on("Page.frameStartedNavigating", this::started);
        events.on("Page.navigatedWithinDocument", this::addressChanged);
    }

    void setMainFrame(String frame) {
        mainFrame = frame;
    }

    /** @param navigates whether the step may navigate, so that the next navigation is its own */
    void stepBegins(int number, boolean navigates) {
        step = number;
        expected |= navigates;
    }

    private void requested(JsonObject event) {
        if (isOfMainFrame(event) && PageMonitor.text(event, "disposition").equals("currentTab")) {
            requested = kind(PageMonitor.text(event, "reason"));
        }
    }

    private void started(JsonObject event) {
        if (isOfMainFrame(event) && !PageMonitor.text(event, "navigationType").endsWith("ameDocument")) {
            startedByLoader.put(
                    PageMonitor.text(event, "loaderId"),
                    new Started(requested, PageMonitor.text(event, "url"), clock.millis()));
            startedByLoader.keySet().removeIf(loader -> startedByLoader.size() > MAX_STARTED);
            requested = RedirectKind.SCRIPT;
        }
    }

    private void addressChanged(JsonObject event) {
        if (isOfMainFrame(event)) {
            address = PageMonitor.text(event, "url");
        }
    }

    private boolean isOfMainFrame(JsonObject event) {
        return PageMonitor.text(event, "frameId").equals(mainFrame);
    }

    /** Navigations of the history and of some APIs have no reason: only scripts can start them. */
    private static RedirectKind kind(String reason) {
        return switch (reason) {
            case "metaTagRefresh" -> RedirectKind.META_REFRESH;
            case "httpHeaderRefresh" -> RedirectKind.REFRESH_HEADER;
            case "scriptInitiated", "anchorClick" -> RedirectKind.SCRIPT;
            case "formSubmissionGet", "formSubmissionPost" -> RedirectKind.FORM;
            case "reload" -> RedirectKind.RELOAD;
            default -> RedirectKind.OTHER;
        };
    }

    /**
     * The main frame shows a new document, or the browser's error page.
     *
     * @param left clock of the previous document
     * @param request the first request of the navigation; empty for a document without one, such as a {@code data:} URL
     */
    void committed(JsonObject frame, PageClock left, Optional<NetworkExchange> request) {
        String unreachable = PageMonitor.text(frame, "unreachableUrl");
        String url = unreachable.isEmpty()
                ? PageMonitor.text(frame, "url") + PageMonitor.text(frame, "urlFragment")
                : unreachable;
        Started started = startedByLoader.getOrDefault(
                PageMonitor.text(frame, "loaderId"), new Started(RedirectKind.OTHER, url, clock.millis()));
        if (!expected && redirects.size() < MAX_REDIRECTS) {
            PageClock origin = start.orElse(left);
            start = Optional.of(origin);
            double at = request.map(NetworkExchange::startedAt)
                    .map(origin::ofDevTools)
                    .orElse(origin.ofWall(started.wallMillis()));
            redirects.add(new ClientRedirect(started.kind(), clean(address), clean(started.url()), at, step));
        }
        expected = false;
        if (unreachable.isEmpty()) {
            address = url;
            documentUrl = PageMonitor.text(frame, "url");
        }
    }

    /** The URL of the current document, without its fragment. */
    String documentUrl() {
        return documentUrl;
    }

    /** The URL in the address bar. */
    String address() {
        return address;
    }

    List<ClientRedirect> redirects() {
        return List.copyOf(redirects);
    }

    private static String clean(String url) {
        return UntrustedText.clean(url, MAX_URL);
    }

    private record Started(RedirectKind kind, String url, double wallMillis) {}
}
