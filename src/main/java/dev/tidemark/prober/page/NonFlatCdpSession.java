package dev.tidemark.prober.page;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The only session with a page, through a session with its browser (the non-flat mode of the protocol). The driver
 * passes each message on as text without parsing it, and messages without a listener are not parsed here either.
 */
final class NonFlatCdpSession extends CdpSession {

    private static final String EVENT = "{\"method\":\"";

    private final CDPSession browser;
    private final String session;
    private final Consumer<BooleanSupplier> waitUntil;
    private final Map<Integer, JsonObject> responses = new HashMap<>();
    private int lastId;
    private Optional<String> endReason = Optional.empty();

    /**
     * @param session of the page, id under which the browser attached to the page
     * @param waitUntil processes events until a condition holds
     */
    NonFlatCdpSession(CDPSession browser, String session, Consumer<BooleanSupplier> waitUntil) {
        this.browser = browser;
        this.session = session;
        this.waitUntil = waitUntil;
        browser.on("Target.receivedMessageFromTarget", this::received);
    }

    /** Pending and later calls fail with this reason. */
    void end(String reason) {
        endReason = Optional.of(reason);
    }

    @Override
    public JsonObject send(String method, JsonObject parameters) {
        int id = begin(method, parameters);
        waitUntil.accept(() -> isComplete(id));
        return response(id, method);
    }

    /** Sends a command without waiting for its response, see {@link #isComplete}. */
    int begin(String method, JsonObject parameters) {
        requireOpen(method);
        int id = ++lastId;
        browser.send("Target.sendMessageToTarget", ChildTargetSession.message(session, id, method, parameters));
        return id;
    }

    /** Whether there is a response, or can be none any more. */
    boolean isComplete(int id) {
        return responses.containsKey(id) || endReason.isPresent();
    }

    /** @throws PlaywrightException if the browser rejected the command, or the page no longer exists */
    JsonObject response(int id, String method) {
        JsonObject response = responses.remove(id);
        if (response == null) {
            requireOpen(method);
            throw new PlaywrightException("Protocol error (" + method + "): no response");
        }
        if (response.has("error")) {
            throw new PlaywrightException("Protocol error (" + method + "): "
                    + response.getAsJsonObject("error").get("message").getAsString());
        }
        return response.getAsJsonObject("result");
    }

    private void requireOpen(String method) {
        endReason.ifPresent(reason -> {
            throw new PlaywrightException(method + ": " + reason);
        });
    }

    private void received(JsonObject event) {
        if (!event.get("sessionId").getAsString().equals(session)) {
            return;
        }
        String message = event.get("message").getAsString();
        if (!message.startsWith(EVENT)) {
            JsonObject response = JsonParser.parseString(message).getAsJsonObject();
            responses.put(response.get("id").getAsInt(), response);
            return;
        }
        String method = message.substring(EVENT.length(), message.indexOf('"', EVENT.length()));
        if (hasListener(method)) {
            dispatch(method, JsonParser.parseString(message).getAsJsonObject().getAsJsonObject("params"));
        }
    }
}
