package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import dev.tidemark.model.result.RegistrableDomain;
import java.util.Optional;

/** Whose a request is where the browser does not say: for workers it does not. */
final class RequestParty {

    private RequestParty() {}

    /**
     * Whether a request goes to the page's site: the registrable domains of the two hosts are the same.
     *
     * @param page its address; empty while it is not known, then that of whoever asks
     */
    static boolean isSameSite(Optional<String> page, JsonObject sentEvent) {
        Optional<String> asking = RegistrableDomain.ofUrl(page.orElseGet(() -> CdpJson.text(sentEvent, "documentURL")));
        Optional<String> asked = RegistrableDomain.ofUrl(CdpJson.text(CdpJson.object(sentEvent, "request"), "url"));
        return asking.isEmpty() || asked.isEmpty() || asking.equals(asked);
    }
}
