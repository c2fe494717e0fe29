package dev.tidemark.prober.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A page's DevTools session. Calls block until the browser responds; only the sample's deadline ends them. */
public abstract class CdpSession {

    private final Map<String, List<Consumer<JsonObject>>> listeners = new HashMap<>();

    /** @throws PlaywrightException if the browser rejects the command, or page, browser or driver no longer exist */
    public abstract JsonObject send(String method, JsonObject parameters);

    public JsonObject send(String method) {
        return send(method, new JsonObject());
    }

    /** @param parameters a JSON object without user-defined values */
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

    public void on(String event, Consumer<JsonObject> listener) {
        listeners.computeIfAbsent(event, name -> new ArrayList<>()).add(listener);
    }

    boolean hasListener(String event) {
        return listeners.containsKey(event);
    }

    /** Dispatches an event of the page, or of a target that belongs to it, to the listeners. */
    void dispatch(String event, JsonObject parameters) {
        listeners.getOrDefault(event, List.of()).forEach(listener -> listener.accept(parameters));
    }
}
