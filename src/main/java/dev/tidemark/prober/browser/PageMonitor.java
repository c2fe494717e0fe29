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
import dev.tidemark.prober.vitals.VitalsWindow;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Receives all events of a page's DevTools session and passes them to the components that calculate metrics. */
final class PageMonitor {

    private static final double SILENCE_MILLIS = 3_000;

    private final NetworkLog network = new NetworkLog();
    private final LastDocumentAttempt attempt = new LastDocumentAttempt();
    private final CdpEvents hearing;
    private final Clock clock;
    private final PageGuard guard;
    private PageObservation observation = new PageObservation();
    private PageObservation left = new PageObservation();
    private PageClock time = new PageClock(0, 0);
    private boolean stepsBegan;
    private int pages;
    private Optional<PageVitals> firstPage = Optional.empty();
    private Optional<PageClock> firstTime = Optional.empty();
    private Optional<Interaction> worstOfPagesLeft = Optional.empty();
    private String mainFrame = "";
    private String finalUrl = "";
    private int world;
    private int navigations;
    private boolean loaded;
    private boolean onErrorPage;
    private double lastWord;

    PageMonitor(CdpSession cdp, PageGuard guard, Clock clock) {
        this.hearing = new CdpEvents(cdp, this::now);
        this.clock = clock;
        this.guard = guard;
        network.readers().forEach(hearing::on);
        attempt.readers().forEach(hearing::on);
        new RequestEvents(() -> observation, network, this::at).on(hearing);
        hearing.on("Page.frameNavigated", this::navigated);
        hearing.on("Page.domContentEventFired", this::domReady);
        hearing.on("Page.loadEventFired", this::loaded);
        hearing.on("Page.frameStoppedLoading", this::stopped);
        hearing.on("Page.javascriptDialogOpening", event -> guard.dialogOpened());
        hearing.on("Network.webSocketFrameSent", event -> guard.messagePassed());
        hearing.on("Network.webSocketFrameReceived", event -> guard.messagePassed());
        hearing.on("Network.eventSourceMessageReceived", event -> guard.messagePassed());
        hearing.on("Runtime.bindingCalled", this::told);
    }

    /** Sets the main frame; must be called before navigation. */
    void mainFrameIs(String frame) {
        mainFrame = frame;
        network.mainFrameIs(frame);
        attempt.mainFrameIs(frame);
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
            begin(text(frame, "loaderId"));
        }
    }

    /** A new document has its own timeline, and pending requests of the previous one are cancelled. */
    private void begin(String loader) {
        if (stepsBegan) {
            leave(observation.result(now()));
        }
        pages++;
        world = 0;
        Optional<NetworkExchange> asked = network.committed(loader);
        left = observation;
        observation = new PageObservation();
        network.first().ifPresent(first -> time = PageClock.from(first));
        asked.ifPresent(
                document -> observation.requestStarted(loader, "GET", document.url(), "Document", "VeryHigh", 0));
    }

    private void leave(PageVitals page) {
        worstOfPagesLeft = worse(worstOfPagesLeft, page.worstInteraction());
        if (firstPage.isEmpty()) {
            firstPage = Optional.of(page);
            firstTime = Optional.of(time);
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

    private void told(JsonObject event) {
        String message = text(event, "payload");
        if (!text(event, "name").equals(CollectorScript.BINDING)) {
            return;
        }
        if (observation.accept(message) && message.contains("\"m\":true")) {
            lastWord = now();
            if (message.contains("\"k\":\"hello\"")) {
                world = event.get("executionContextId").getAsInt();
                time = time.toldBy(message);
            }
        }
    }

    /** Whether there is nothing more to wait for. */
    boolean isFinished() {
        return observation.isFinished(now());
    }

    /** How long nothing has happened that costs the machine work, in ms; 0 before the page is loaded and painted. */
    double quietMillis() {
        return observation.quietMillis(now());
    }

    /** The observation of the page that the probe opens, also after steps have navigated to others. */
    PageVitals observed() {
        return firstPage.orElseGet(this::observedOfLastPage);
    }

    PageVitals observedOfLastPage() {
        return observation.result(now());
    }

    /** The interaction that determines INP, on the page or on one that a step navigated to. */
    Optional<Interaction> worstInteraction() {
        return worse(worstOfPagesLeft, observedOfLastPage().worstInteraction());
    }

    private static Optional<Interaction> worse(Optional<Interaction> one, Optional<Interaction> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.comparingDouble(Interaction::millis));
    }

    /** From now on another page is a step's doing. */
    void stepsBegin() {
        stepsBegan = true;
    }

    /** How many documents the main frame has had. */
    int pages() {
        return pages;
    }

    /** Activity of the page since a time on its timeline. */
    VitalsWindow stretch(double fromMillis) {
        return observation.stretch(fromMillis, now());
    }

    /** The same of the page before, which a step has left. */
    VitalsWindow stretchOfPageLeft(double fromMillis) {
        return left.stretch(fromMillis, Double.MAX_VALUE);
    }

    /** Ms since the sample's navigation started, whatever page it is on by now. */
    double sinceStart() {
        return start().ofWall(clock.millis());
    }

    /** When the page was loaded, in ms since the sample's navigation started; 0 when it is not. */
    double loadedSinceStart() {
        return observedOfLastPage()
                .measurements()
                .find(Metric.LOAD)
                .map(load -> start().ofWall(time.wallMillis() + load.value()))
                .orElse(0.0);
    }

    /** Adds a request of a worker that was not reported when it was sent. */
    void add(LateRequest late) {
        network.add(late, time.devToolsSeconds() + time.ofWall(late.wallMillis()) / 1000);
    }

    /** A journey's next page is not a loop. */
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
    boolean isSilent() {
        return lastWord > 0 && now() - lastWord > SILENCE_MILLIS;
    }

    /** Whether the page has left for an address that lets it wait for an answer. */
    boolean isLeaving() {
        double since = attempt.awaitedSince().orElse(Double.POSITIVE_INFINITY);
        return now() - time.ofDevTools(since) > SILENCE_MILLIS;
    }

    /** Whether the browser shows its own error page, as the last navigation failed. */
    boolean isOnErrorPage() {
        return onErrorPage;
    }

    boolean isBusyWithScripts() {
        return observation.isBusyWithScripts(now());
    }

    /** What the wire saw of the last navigation. */
    LastDocumentAttempt attempt() {
        return attempt;
    }

    NetworkLog network() {
        return network;
    }

    CdpEvents hearing() {
        return hearing;
    }

    /** Where the time line of the page begins that the probe opens. */
    PageClock start() {
        return firstTime.orElse(time);
    }

    /** Ms since navigation start of an instant in seconds since 1970. */
    double atWallSeconds(double seconds) {
        return time.ofWall(seconds * 1000);
    }

    String finalUrl() {
        return finalUrl;
    }

    /** The collector's execution context in the main frame's document; 0 before it has spoken there. */
    int world() {
        return world;
    }

    /** Ms since the page's navigation started. */
    double now() {
        return time.ofWall(clock.millis());
    }

    private double at(JsonObject event) {
        if (time.devToolsSeconds() == 0) {
            network.first().ifPresent(first -> time = PageClock.from(first));
        }
        return time.ofDevTools(event.get("timestamp").getAsDouble());
    }

    static String text(JsonObject from, String member) {
        JsonElement found = from.get(member);
        return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
    }
}
