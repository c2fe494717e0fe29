package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Whose a request is where the browser does not say: for workers it does not. */
final class RequestParty {

    private RequestParty() {}

    /**
     * Whether a request goes to the page's site: its host's last two labels are the same, or the whole address.
     *
     * @param page its address; empty while it is not known, then that of whoever asks
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
