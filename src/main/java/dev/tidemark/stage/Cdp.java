package dev.tidemark.stage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.util.Map;
import java.util.function.Consumer;

/** A page's DevTools session. Calls block until the browser answers: only the sample's deadline bounds them. */
public record Cdp(CDPSession session) {

    public JsonObject send(String method) {
        return session.send(method);
    }

    /** @param parameters as JSON text; no values of users in it */
    public JsonObject send(String method, String parameters) {
        return session.send(method, JsonParser.parseString(parameters).getAsJsonObject());
    }

    public JsonObject send(String method, Map<String, String> parameters) {
        JsonObject json = new JsonObject();
        parameters.forEach(json::addProperty);
        return session.send(method, json);
    }

    public JsonObject send(String method, String name, JsonElement value) {
        JsonObject json = new JsonObject();
        json.add(name, value);
        return session.send(method, json);
    }

    public void on(String event, Consumer<JsonObject> reader) {
        session.on(event, reader);
    }
}
