package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.model.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/**
 * Intercepts requests that need the headers of the probe, and those that may be challenged for its password. Unlike
 * with Playwright's routing and credentials, the cache stays enabled, other requests are not affected, and headers
 * are not carried along in a redirect to another host.
 */
final class PausedRequests {

    private final FirstPartyHeaders headers;
    private final FirstPartyAuthentication authentication;
    private final List<ChildTargetSession.Sender> senders = new ArrayList<>();
    private final SerialQueue tasks = new SerialQueue();

    PausedRequests(Probe probe) {
        this.headers = new FirstPartyHeaders(
                probe.pageLoadSettings().headers(), probe.target().url());
        this.authentication = new FirstPartyAuthentication(
                probe.pageLoadSettings().basicAuthentication(), probe.target().url());
    }

    /**
     * Enables interception for a page or worker; its events are handled by {@link #paused} and {@link
     * #challenged}.
     */
    void enable(ChildTargetSession.Sender sender) {
        senders.add(sender);
        narrow(sender);
    }

    private void narrow(ChildTargetSession.Sender sender) {
        JsonArray patterns = new JsonArray();
        headers.patterns().forEach(pattern -> patterns.add(pattern(pattern)));
        authentication.patterns().forEach(pattern -> {
            JsonObject one = pattern(pattern);
            if (authentication.isSent()) {
                one.addProperty("resourceType", "Document");
            }
            patterns.add(one);
        });
        if (!patterns.isEmpty()) {
            sender.send(
                    "Fetch.enable",
                    CdpParameters.of("patterns", patterns, "handleAuthRequests", authentication.isConfigured()));
        }
    }

    private static JsonObject pattern(String address) {
        return CdpParameters.of("urlPattern", address);
    }

    void paused(ChildTargetSession.Sender sender, JsonObject event) {
        tasks.run(() -> {
            JsonObject answer = CdpParameters.of("requestId", event.get("requestId"));
            headers.addTo(answer, event.getAsJsonObject("request"));
            sender.send("Fetch.continueRequest", answer);
        });
    }

    void challenged(ChildTargetSession.Sender sender, JsonObject event) {
        boolean wasKnown = authentication.isSent();
        JsonObject answer = CdpParameters.of(
                "requestId", event.get("requestId"), "authChallengeResponse", authentication.respond(event));
        tasks.run(() -> sender.send("Fetch.continueWithAuth", answer));
        if (authentication.isSent() && !wasKnown) {
            List.copyOf(senders).forEach(each -> tasks.run(() -> narrow(each)));
        }
    }

    /** Interception for another page of the same context; known credentials remain known. */
    void nextPage() {
        senders.clear();
    }
}
