package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last attempt to load a main document, as seen on the network. Includes responses that the browser drops
 * without a response event: redirects to unsupported schemes, unexpected 304 responses. Confined to the thread that
 * reads the events.
 */
public final class LastDocumentAttempt {

    private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    private String mainFrame = "";
    private String id = "";
    private String url = "";
    private boolean sent;
    private int status;
    private String location = "";
    private OptionalDouble pendingSince = OptionalDouble.empty();

    /** The frame whose documents are tracked. */
    public void setMainFrame(String frame) {
        mainFrame = frame;
    }

    /** The events to subscribe to, each with its listener. */
    public Map<String, Consumer<JsonObject>> listeners() {
        return Map.of(
                "Network.requestWillBeSent", this::requested,
                "Network.requestWillBeSentExtraInfo", this::sent,
                "Network.responseReceivedExtraInfo", this::responded,
                "Network.responseReceived", this::isOver,
                "Network.loadingFailed", this::isOver);
    }

    /** The main frame committed a new document: no request is pending. */
    public void committed() {
        pendingSince = OptionalDouble.empty();
    }

    private void isOver(JsonObject event) {
        if (isMainDocument(event)) {
            pendingSince = OptionalDouble.empty();
        }
    }

    private void requested(JsonObject event) {
        boolean main = CdpJson.text(event, "frameId").equals(mainFrame)
                && CdpJson.text(event, "type").equals("Document");
        if (main) {
            id = CdpJson.text(event, "requestId");
            url = CdpJson.text(CdpJson.object(event, "request"), "url");
            sent = false;
            pendingSince = OptionalDouble.of(CdpJson.number(event, "timestamp", 0));
        }
    }

    private void sent(JsonObject event) {
        sent |= isMainDocument(event);
    }

    private void responded(JsonObject event) {
        if (isMainDocument(event)) {
            sent = true;
            status = (int) CdpJson.number(event, "statusCode", 0);
            location = CdpJson.object(event, "headers").entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("location"))
                    .map(header -> header.getValue().getAsString())
                    .findFirst()
                    .orElse("");
        }
    }

    private boolean isMainDocument(JsonObject event) {
        return !id.isEmpty() && CdpJson.text(event, "requestId").equals(id);
    }

    /** The URL requested last, after redirects. */
    public String url() {
        return url;
    }

    /** Since when a response is pending, in seconds of the DevTools clock; empty after a response or an abort. */
    public OptionalDouble pendingSince() {
        return pendingSince;
    }

    /** Whether the request was sent, that is, the connection (with TLS, if used) was established. */
    public boolean isSent() {
        return sent;
    }

    /** HTTP status of the last response on the network; 0 if there was none. */
    public int status() {
        return status;
    }

    /** The scheme that the last response redirects to, if it is not http or https. */
    public Optional<String> foreignScheme() {
        Matcher found = SCHEME.matcher(location);
        return status / 100 == 3 && found.matches()
                ? Optional.of(found.group(1).toLowerCase(Locale.ROOT))
                        .filter(scheme -> !scheme.equals("http") && !scheme.equals("https"))
                : Optional.empty();
    }
}
