package dev.tidemark.stage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A page's DevTools session. Calls block until the browser answers: only the sample's deadline bounds them. */
public final class Cdp {

    private final CDPSession session;
    private final Map<String, List<Consumer<JsonObject>>> readers = new HashMap<>();

    Cdp(CDPSession session) {
        this.session = session;
    }

    public JsonObject send(String method) {
        return session.send(method);
    }

    /** @param parameters as JSON text; no values of users in it */
    public JsonObject send(String method, String parameters) {
        return send(method, JsonParser.parseString(parameters).getAsJsonObject());
    }

    public JsonObject send(String method, Map<String, String> parameters) {
        JsonObject json = new JsonObject();
        parameters.forEach(json::addProperty);
        return send(method, json);
    }

    public JsonObject send(String method, String name, JsonElement value) {
        JsonObject json = new JsonObject();
        json.add(name, value);
        return send(method, json);
    }

    public JsonObject send(String method, JsonObject parameters) {
        return session.send(method, parameters);
    }

    public void on(String event, Consumer<JsonObject> reader) {
        readers.computeIfAbsent(event, name -> new ArrayList<>()).add(reader);
        session.on(event, reader);
    }

    /** Tells the readers what a target that belongs to the page has said. */
    void relay(String event, JsonObject parameters) {
        readers.getOrDefault(event, List.of()).forEach(reader -> reader.accept(parameters));
    }
}
