package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import dev.tidemark.model.result.RegistrableDomain;
import java.util.Optional;

/** Determines the party of a request where the browser does not report it, which is the case for workers. */
final class RequestParty {

    private RequestParty() {}

    /**
     * Whether a request goes to the page's site: the registrable domains of the two hosts are the same.
     *
     * @param page URL of the page; empty while unknown, then the URL of the initiator is used
     */
    static boolean isSameSite(Optional<String> page, JsonObject sentEvent) {
        Optional<String> initiatorUrl =
                RegistrableDomain.ofUrl(page.orElseGet(() -> CdpJson.text(sentEvent, "documentURL")));
        Optional<String> url = RegistrableDomain.ofUrl(CdpJson.text(CdpJson.object(sentEvent, "request"), "url"));
        return initiatorUrl.isEmpty() || url.isEmpty() || initiatorUrl.equals(url);
    }
}
