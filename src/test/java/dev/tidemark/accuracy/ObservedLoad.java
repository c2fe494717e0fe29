package dev.tidemark.accuracy;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.tidemark.vitals.CollectorScript;
import dev.tidemark.vitals.Observed;
import dev.tidemark.vitals.PageObservation;
import java.util.Optional;

/** One page load that two look at: the collector in its own world, and a reference in the page's. */
final class ObservedLoad implements AutoCloseable {

    private static final String REFERENCE_BINDING = "__reference";

    private final Page page;
    private final CDPSession session;
    private final PageObservation observation = new PageObservation();
    private Optional<String> reference = Optional.empty();
    private double startSeconds = -1;

    ObservedLoad(Browser browser, String referenceScript) {
        page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1350, 940))
                .newPage();
        session = page.context().newCDPSession(page);
        session.on("Runtime.bindingCalled", this::said);
        session.on("Network.requestWillBeSent", this::started);
        session.on("Network.loadingFinished", event -> ended(event, false));
        session.on("Network.loadingFailed", event -> ended(event, true));
        session.on("Network.resourceChangedPriority", this::changed);
        send("Page.enable");
        send("Network.enable");
        send("Runtime.enable");
        send("Runtime.addBinding", "name", CollectorScript.BINDING, "executionContextName", CollectorScript.WORLD);
        send(
                "Page.addScriptToEvaluateOnNewDocument",
                "source",
                CollectorScript.text(),
                "worldName",
                CollectorScript.WORLD);
        send("Runtime.addBinding", "name", REFERENCE_BINDING);
        send("Page.addScriptToEvaluateOnNewDocument", "source", referenceScript);
    }

    /** Loads, does what the interaction does after load, and watches until the observation says that it is over. */
    Observed watch(String url, Interaction interaction, double limitMillis) {
        long start = System.nanoTime();
        send("Page.navigate", "url", url);
        boolean interacted = false;
        while (!(interacted && observation.isFinished(millisSince(start))) && millisSince(start) < limitMillis) {
            page.waitForTimeout(100);
            if (!interacted && observation.hasPainted() && millisSince(start) > interaction.afterMillis()) {
                interaction.on(page);
                interacted = true;
            }
        }
        return observation.result(millisSince(start));
    }

    /** The last thing that the reference said; it speaks twice a second. */
    Optional<String> reference() {
        page.waitForTimeout(700);
        return reference;
    }

    @Override
    public void close() {
        page.context().close();
    }

    private void said(JsonObject event) {
        String payload = event.get("payload").getAsString();
        if (event.get("name").getAsString().equals(REFERENCE_BINDING)) {
            reference = Optional.of(payload);
        } else {
            observation.accept(payload);
        }
    }

    private void started(JsonObject event) {
        if (startSeconds < 0) {
            startSeconds = event.get("timestamp").getAsDouble();
        }
        JsonObject request = event.getAsJsonObject("request");
        observation.requestStarted(
                id(event),
                request.get("method").getAsString(),
                request.get("url").getAsString(),
                event.get("type").getAsString(),
                request.get("initialPriority").getAsString(),
                at(event));
    }

    private void ended(JsonObject event, boolean failed) {
        observation.requestEnded(id(event), failed ? 0 : 200, failed, at(event));
    }

    private void changed(JsonObject event) {
        observation.requestPriorityChanged(id(event), event.get("newPriority").getAsString(), at(event));
    }

    private double at(JsonObject event) {
        return (event.get("timestamp").getAsDouble() - startSeconds) * 1_000;
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private void send(String method, String... namesAndValues) {
        JsonObject parameters = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        session.send(method, parameters);
    }
}
