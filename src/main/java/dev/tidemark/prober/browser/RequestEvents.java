package dev.tidemark.prober.browser;

import static dev.tidemark.prober.browser.PageMonitor.text;

import com.google.gson.JsonObject;
import dev.tidemark.prober.network.NetworkLog;
import dev.tidemark.prober.vitals.PageObservation;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Passes DevTools network events to the observation of the page, which waits for network idle.
 *
 * @param page the current document of the main frame
 * @param network has already processed the event
 * @param at time of an event in ms from navigation start
 */
record RequestEvents(Supplier<PageObservation> page, NetworkLog network, ToDoubleFunction<JsonObject> at) {

    void subscribeTo(CdpEvents events) {
        events.on("Network.requestWillBeSent", this::started);
        events.on("Network.resourceChangedPriority", this::priorityChanged);
        events.on("Network.responseReceived", this::responded);
        events.on("Network.dataReceived", this::responded);
        events.on("Network.loadingFinished", event -> ended(event, false));
        events.on("Network.loadingFailed", event -> ended(event, true));
    }

    private void started(JsonObject event) {
        JsonObject request = event.getAsJsonObject("request");
        page.get()
                .requestStarted(
                        id(event),
                        text(request, "method"),
                        text(request, "url"),
                        text(event, "type"),
                        text(request, "initialPriority"),
                        at.applyAsDouble(event));
    }

    private void priorityChanged(JsonObject event) {
        page.get().requestPriorityChanged(id(event), text(event, "newPriority"), at.applyAsDouble(event));
    }

    private void responded(JsonObject event) {
        page.get().requestResponded(id(event), at.applyAsDouble(event));
    }

    private void ended(JsonObject event, boolean failed) {
        page.get().requestEnded(id(event), network.statusOf(id(event)), failed, at.applyAsDouble(event));
    }

    private static String id(JsonObject event) {
        return text(event, "requestId");
    }
}
