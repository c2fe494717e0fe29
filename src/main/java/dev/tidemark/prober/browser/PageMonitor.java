package dev.tidemark.prober.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.prober.network.LastDocumentAttempt;
import dev.tidemark.prober.network.LateRequest;
import dev.tidemark.prober.network.NetworkExchange;
import dev.tidemark.prober.network.NetworkLog;
import dev.tidemark.prober.page.CdpSession;
import dev.tidemark.prober.vitals.CollectorScript;
import dev.tidemark.prober.vitals.PageObservation;
import dev.tidemark.prober.vitals.PageVitals;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Receives all events of a page's DevTools session and passes them to the components that calculate metrics. */
final class PageMonitor {

    private static final double UNRESPONSIVE_MILLIS = 3_000;

    private final NetworkLog network = new NetworkLog();
    private final LastDocumentAttempt attempt = new LastDocumentAttempt();
    private final CdpEvents events;
    private final Clock clock;
    private final PageGuard guard;
    private PageObservation observation = new PageObservation();
    private PageClock clockOfPage = new PageClock(0, 0);
    private boolean stepsStarted;
    private int pages;
    private Optional<PageVitals> firstPage = Optional.empty();
    private Optional<PageClock> firstClock = Optional.empty();
    private Optional<Interaction> worstOfPreviousPages = Optional.empty();
    private String mainFrame = "";
    private String finalUrl = "";
    private int collectorContext;
    private int navigations;
    private boolean loaded;
    private boolean onErrorPage;
    private double lastMessage;

    PageMonitor(CdpSession cdp, PageGuard guard, Clock clock) {
        this.events = new CdpEvents(cdp, this::now);
        this.clock = clock;
        this.guard = guard;
        network.listeners().forEach(events::on);
        attempt.listeners().forEach(events::on);
        new RequestEvents(() -> observation, network, this::at).subscribeTo(events);
        events.on("Page.frameNavigated", this::navigated);
        events.on("Page.domContentEventFired", this::domReady);
        events.on("Page.loadEventFired", this::loaded);
        events.on("Page.frameStoppedLoading", this::stopped);
        events.on("Page.javascriptDialogOpening", event -> guard.dialogOpened());
        events.on("Network.webSocketFrameSent", event -> guard.messagePassed());
        events.on("Network.webSocketFrameReceived", event -> guard.messagePassed());
        events.on("Network.eventSourceMessageReceived", event -> guard.messagePassed());
        events.on("Runtime.bindingCalled", this::collectorMessage);
    }

    /** Sets the main frame; must be called before navigation. */
    void setMainFrame(String frame) {
        mainFrame = frame;
        network.setMainFrame(frame);
        attempt.setMainFrame(frame);
    }

    private void navigated(JsonObject event) {
        JsonObject frame = event.getAsJsonObject("frame");
        if (frame.has("parentId") || text(frame, "url").equals("about:blank") && navigations == 0) {
            return;
        }
        navigations++;
        attempt.committed();
        onErrorPage = text(frame, "url").startsWith("chrome-error:");
        if (onErrorPage) {
            network.committed(text(frame, "loaderId"));
        } else {
            loaded = false;
            finalUrl = text(frame, "url");
            newDocument(text(frame, "loaderId"));
        }
    }

    /** A new document has its own timeline, and pending requests of the previous one are cancelled. */
    private void newDocument(String loader) {
        if (stepsStarted) {
            addPrevious(observation.result(now()));
        }
        pages++;
        collectorContext = 0;
        Optional<NetworkExchange> documentRequest = network.committed(loader);
        observation = new PageObservation();
        network.first().ifPresent(first -> clockOfPage = PageClock.from(first));
        documentRequest.ifPresent(
                document -> observation.requestStarted(loader, "GET", document.url(), "Document", "VeryHigh", 0));
    }

    private void addPrevious(PageVitals page) {
        worstOfPreviousPages = worse(worstOfPreviousPages, page.worstInteraction());
        if (firstPage.isEmpty()) {
            firstPage = Optional.of(page);
            firstClock = Optional.of(clockOfPage);
        }
    }

    private void domReady(JsonObject event) {
        if (!onErrorPage) {
            observation.domContentLoaded(at(event));
        }
    }

    private void loaded(JsonObject event) {
        if (!onErrorPage) {
            loaded = true;
            observation.loaded(at(event));
        }
    }

    private void stopped(JsonObject event) {
        if (text(event, "frameId").equals(mainFrame) && navigations > 0 && !loaded && !onErrorPage) {
            loaded = true;
            observation.stoppedLoading(now());
        }
    }

    private void collectorMessage(JsonObject event) {
        String message = text(event, "payload");
        if (!text(event, "name").equals(CollectorScript.BINDING)) {
            return;
        }
        if (observation.accept(message) && message.contains("\"m\":true")) {
            lastMessage = now();
            if (message.contains("\"k\":\"hello\"")) {
                collectorContext = event.get("executionContextId").getAsInt();
                clockOfPage = clockOfPage.withTimeOriginOf(message);
            }
        }
    }

    /** Whether there is nothing more to wait for. */
    boolean isFinished() {
        return observation.isFinished(now());
    }

    /** Time without network or main-thread activity, in ms; 0 until the page is loaded and painted. */
    double quietMillis() {
        return observation.quietMillis(now());
    }

    /** The observation of the page that the probe opens, also after steps have navigated to others. */
    PageVitals vitals() {
        return firstPage.orElseGet(this::vitalsOfCurrentPage);
    }

    PageVitals vitalsOfCurrentPage() {
        return observation.result(now());
    }

    /** The interaction that determines INP, on the page or on one that a step navigated to. */
    Optional<Interaction> worstInteraction() {
        return worse(worstOfPreviousPages, vitalsOfCurrentPage().worstInteraction());
    }

    private static Optional<Interaction> worse(Optional<Interaction> one, Optional<Interaction> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.comparingDouble(Interaction::millis));
    }

    /** From now on, steps may navigate to other pages. */
    void stepsStart() {
        stepsStarted = true;
    }

    /** Number of documents that the main frame has shown. */
    int pages() {
        return pages;
    }

    /** The observation of the page that is shown, on the timeline of {@link #now}. */
    PageObservation observation() {
        return observation;
    }

    /** Whether messages of the page are missing that it sends as long as its main thread is not blocked. */
    boolean isStalled() {
        return observation.isStalled(now());
    }

    /** Ends the observation of the page that is shown. */
    void end() {
        observation.end(now());
    }

    /** Ms since navigation start of the sample, also on later pages. */
    double sinceStart() {
        return startOfFirstPage().ofWall(clock.millis());
    }

    /** When the current page was loaded, in ms since navigation start of the sample; 0 if it is not loaded. */
    double loadedSinceStart() {
        return vitalsOfCurrentPage()
                .measurements()
                .find(Metric.LOAD)
                .map(load -> startOfFirstPage().ofWall(clockOfPage.wallMillis() + load.value()))
                .orElse(0.0);
    }

    /** Adds a request of a worker that was not reported when it was sent. */
    void add(LateRequest late) {
        network.add(late, clockOfPage.devToolsSeconds() + clockOfPage.ofWall(late.wallMillis()) / 1000);
    }

    /** The next page of a journey does not count as a navigation loop. */
    void expectNavigation() {
        navigations = 0;
    }

    int navigations() {
        return navigations;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** Whether the collector of the page has stopped sending heartbeats: its main thread is busy or blocked. */
    boolean isUnresponsive() {
        return lastMessage > 0 && now() - lastMessage > UNRESPONSIVE_MILLIS;
    }

    /** Whether the page has navigated to a URL whose response is pending. */
    boolean isLeaving() {
        double since = attempt.pendingSince().orElse(Double.POSITIVE_INFINITY);
        return now() - clockOfPage.ofDevTools(since) > UNRESPONSIVE_MILLIS;
    }

    /** Whether the browser shows its own error page, as the last navigation failed. */
    boolean isOnErrorPage() {
        return onErrorPage;
    }

    boolean isBusyWithScripts() {
        return observation.isBusyWithScripts(now());
    }

    /** The last navigation as seen on the network. */
    LastDocumentAttempt attempt() {
        return attempt;
    }

    NetworkLog network() {
        return network;
    }

    CdpEvents events() {
        return events;
    }

    /** Time origin of the page that the probe opens. */
    PageClock startOfFirstPage() {
        return firstClock.orElse(clockOfPage);
    }

    /** Converts seconds since 1970 to ms since navigation start. */
    double atWallSeconds(double seconds) {
        return clockOfPage.ofWall(seconds * 1000);
    }

    String finalUrl() {
        return finalUrl;
    }

    /** The collector's execution context in the main frame's document; 0 before its first message. */
    int collectorContext() {
        return collectorContext;
    }

    /** Ms since navigation start of the current page. */
    double now() {
        return clockOfPage.ofWall(clock.millis());
    }

    private double at(JsonObject event) {
        if (clockOfPage.devToolsSeconds() == 0) {
            network.first().ifPresent(first -> clockOfPage = PageClock.from(first));
        }
        return clockOfPage.ofDevTools(event.get("timestamp").getAsDouble());
    }

    static String text(JsonObject from, String member) {
        JsonElement found = from.get(member);
        return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
    }
}
