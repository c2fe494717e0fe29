package dev.tidemark.prober.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A page's DevTools session. Calls block until the browser answers: only the sample's deadline bounds them. */
public abstract class CdpSession {

    private final Map<String, List<Consumer<JsonObject>>> readers = new HashMap<>();

    /** @throws PlaywrightException if the browser rejects the command, or page, browser or driver no longer exist */
    public abstract JsonObject send(String method, JsonObject parameters);

    public JsonObject send(String method) {
        return send(method, new JsonObject());
    }

    /** @param parameters as JSON text; no values of users in it */
    public JsonObject send(String method, String parameters) {
        return send(method, CdpParameters.parse(parameters));
    }

    public JsonObject send(String method, Map<String, String> parameters) {
        JsonObject json = new JsonObject();
        parameters.forEach(json::addProperty);
        return send(method, json);
    }

    public JsonObject send(String method, String name, JsonElement value) {
        return send(method, CdpParameters.of(name, value));
    }

    public void on(String event, Consumer<JsonObject> reader) {
        readers.computeIfAbsent(event, name -> new ArrayList<>()).add(reader);
    }

    boolean isHeard(String event) {
        return readers.containsKey(event);
    }

    /** Dispatches an event of the page, or of a target that belongs to it, to the listeners. */
    void relay(String event, JsonObject parameters) {
        readers.getOrDefault(event, List.of()).forEach(reader -> reader.accept(parameters));
    }
}
