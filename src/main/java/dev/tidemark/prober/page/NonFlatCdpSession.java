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
    private final Consumer<BooleanSupplier> awaiting;
    private final Map<Integer, JsonObject> answers = new HashMap<>();
    private int lastId;
    private Optional<String> gone = Optional.empty();

    /**
     * @param session of the page, as the browser has attached it
     * @param awaiting lets events in until something holds
     */
    NonFlatCdpSession(CDPSession browser, String session, Consumer<BooleanSupplier> awaiting) {
        this.browser = browser;
        this.session = session;
        this.awaiting = awaiting;
        browser.on("Target.receivedMessageFromTarget", this::received);
    }

    /** Calls that wait, and all later ones, fail with this. */
    void endedBecause(String why) {
        gone = Optional.of(why);
    }

    @Override
    public JsonObject send(String method, JsonObject parameters) {
        int id = begin(method, parameters);
        awaiting.accept(() -> isOver(id));
        return answer(id, method);
    }

    /** Sends a command without waiting for its response, see {@link #isOver}. */
    int begin(String method, JsonObject parameters) {
        requireThere(method);
        int id = ++lastId;
        browser.send("Target.sendMessageToTarget", ChildTargetSession.message(session, id, method, parameters));
        return id;
    }

    /** Whether it was answered, or never will be. */
    boolean isOver(int id) {
        return answers.containsKey(id) || gone.isPresent();
    }

    /** @throws PlaywrightException if the browser rejected the command, or the page no longer exists */
    JsonObject answer(int id, String method) {
        JsonObject answer = answers.remove(id);
        if (answer == null) {
            requireThere(method);
            throw new PlaywrightException("Protocol error (" + method + "): no response");
        }
        if (answer.has("error")) {
            throw new PlaywrightException("Protocol error (" + method + "): "
                    + answer.getAsJsonObject("error").get("message").getAsString());
        }
        return answer.getAsJsonObject("result");
    }

    private void requireThere(String method) {
        gone.ifPresent(why -> {
            throw new PlaywrightException(method + ": " + why);
        });
    }

    private void received(JsonObject event) {
        if (!event.get("sessionId").getAsString().equals(session)) {
            return;
        }
        String message = event.get("message").getAsString();
        if (!message.startsWith(EVENT)) {
            JsonObject answer = JsonParser.parseString(message).getAsJsonObject();
            answers.put(answer.get("id").getAsInt(), answer);
            return;
        }
        String method = message.substring(EVENT.length(), message.indexOf('"', EVENT.length()));
        if (isHeard(method)) {
            relay(method, JsonParser.parseString(message).getAsJsonObject().getAsJsonObject("params"));
        }
    }
}
