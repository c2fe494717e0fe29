package dev.tidemark.prober.page;

import com.google.gson.JsonObject;
import dev.tidemark.model.probe.PageLoadSettings.Credentials;
import dev.tidemark.platform.url.WebUrl;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers authentication challenges of the page's origin only. The browser caches the credentials and sends them by
 * itself afterwards, so after the first challenge only documents need to be intercepted (which may belong to another
 * realm); before it, any request to the origin may be challenged.
 */
final class FirstPartyAuthentication {

    private final Optional<Credentials> credentials;
    private final WebUrl origin;
    private final Set<String> responded = new HashSet<>();
    private boolean sent;

    FirstPartyAuthentication(Optional<Credentials> credentials, WebUrl page) {
        this.credentials = credentials;
        this.origin = page;
    }

    boolean isConfigured() {
        return credentials.isPresent();
    }

    /** Whether the credentials have been sent to the browser. */
    boolean isSent() {
        return sent;
    }

    /** URL patterns of requests that may be challenged. */
    List<String> patterns() {
        return isConfigured() ? List.of(origin.origin() + "/*") : List.of();
    }

    /** The response to {@code Fetch.authRequired}: a repeated challenge means that the password was rejected. */
    JsonObject respond(JsonObject event) {
        JsonObject challenge = event.getAsJsonObject("authChallenge");
        if (!isConfigured() || !isFirstParty(challenge)) {
            return CdpParameters.of("response", "Default");
        }
        if (!responded.add(event.get("requestId").getAsString())) {
            return CdpParameters.of("response", "CancelAuth");
        }
        sent = true;
        return CdpParameters.of(
                "response", "ProvideCredentials",
                "username", credentials.get().user(),
                "password", credentials.get().password());
    }

    private boolean isFirstParty(JsonObject challenge) {
        boolean ofServer = !challenge.has("source")
                || challenge.get("source").getAsString().equals("Server");
        return ofServer
                && WebUrl.tryParse(challenge.get("origin").getAsString())
                        .filter(challenger -> challenger.origin().equals(origin.origin()))
                        .isPresent();
    }
}
