package dev.tidemark.stage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends a probe's headers with every request to the page's own host and with no other, for they may be secrets. Only those
 * requests are held, until we say with what to go on. Unlike with Playwright's routing, the cache stays on, requests to
 * others are not touched, and a redirect to another host does not carry the headers along.
 */
final class OwnSiteHeaders {

    private final Map<String, String> headers;
    private final String host;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    OwnSiteHeaders(Map<String, String> headers, URI page) {
        this.headers = headers;
        this.host = page.getHost();
    }

    boolean isEmpty() {
        return headers.isEmpty();
    }

    /** Holds the requests of a page or worker; what they are then told comes to {@link #paused}. */
    void hold(TargetLine.Sender sender) {
        if (isEmpty()) {
            return;
        }
        JsonArray patterns = new JsonArray();
        for (String pattern : new String[] {"*://" + host + "/*", "*://" + host + ":*/*"}) {
            JsonObject one = new JsonObject();
            one.addProperty("urlPattern", pattern);
            patterns.add(one);
        }
        JsonObject parameters = new JsonObject();
        parameters.add("patterns", patterns);
        sender.send("Fetch.enable", parameters);
    }

    /** Sending waits for an answer, and more come in meanwhile: each has its turn after the one before. */
    void paused(TargetLine.Sender sender, JsonObject event) {
        waiting.add(() -> goOn(sender, event));
        if (working) {
            return;
        }
        working = true;
        try {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        } finally {
            working = false;
        }
    }

    private void goOn(TargetLine.Sender sender, JsonObject event) {
        JsonObject request = event.getAsJsonObject("request");
        JsonObject answer = new JsonObject();
        answer.add("requestId", event.get("requestId"));
        if (isOwn(request.get("url").getAsString())) {
            answer.add("headers", with(request.getAsJsonObject("headers")));
        }
        try {
            sender.send("Fetch.continueRequest", answer);
        } catch (PlaywrightException gone) {
            if (!String.valueOf(gone.getMessage()).contains("Protocol error")) {
                throw gone;
            }
        }
    }

    private JsonArray with(JsonObject sent) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, JsonElement> one : sent.entrySet()) {
            all.put(one.getKey(), one.getValue().getAsString());
        }
        all.putAll(headers);
        JsonArray list = new JsonArray();
        all.forEach((name, value) -> {
            JsonObject one = new JsonObject();
            one.addProperty("name", name);
            one.addProperty("value", value);
            list.add(one);
        });
        return list;
    }

    private boolean isOwn(String address) {
        try {
            return host.equalsIgnoreCase(URI.create(address).getHost());
        } catch (IllegalArgumentException notParsable) {
            return false;
        }
    }
}
