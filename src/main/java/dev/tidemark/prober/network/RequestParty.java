package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Determines the party of a request where the browser does not report it, which is the case for workers. */
final class RequestParty {

    private RequestParty() {}

    /**
     * Whether a request belongs to the site of the page: the last two labels of the hosts, or the IP addresses,
     * are equal.
     *
     * @param page URL of the page; empty while unknown, then the URL of the initiator is used
     */
    static boolean isSameSite(Optional<String> page, JsonObject sentEvent) {
        Optional<String> asking = site(page.orElseGet(() -> CdpJson.text(sentEvent, "documentURL")));
        Optional<String> asked = site(CdpJson.text(CdpJson.object(sentEvent, "request"), "url"));
        return asking.isEmpty() || asked.isEmpty() || asking.equals(asked);
    }

    private static Optional<String> site(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(RequestParty::siteOf);
        } catch (IllegalArgumentException notParsable) {
            return Optional.empty();
        }
    }

    private static String siteOf(String host) {
        String[] labels = host.split("\\.");
        boolean isAddress = host.matches("[0-9.]+|\\[.*]");
        return isAddress || labels.length < 3
                ? host
                : String.join(".", Arrays.copyOfRange(labels, labels.length - 2, labels.length));
    }
}
