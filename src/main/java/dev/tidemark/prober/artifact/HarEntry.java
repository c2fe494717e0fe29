package dev.tidemark.prober.artifact;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.prober.network.NetworkExchange;
import java.time.Instant;
import java.util.Map;
import java.util.stream.DoubleStream;

/** One request and its response as an entry of a HAR file. */
record HarEntry(NetworkExchange exchange, RequestRecord fact, ProbeSecrets secrets) {

    private static final int LONGEST_TEXT = 4_000;
    private static final double NOT_APPLICABLE = -1;

    JsonObject json(String page) {
        JsonObject timings = timings();
        JsonObject json = new JsonObject();
        json.addProperty("pageref", page);
        json.addProperty(
                "startedDateTime",
                Instant.ofEpochMilli(Math.round(exchange.wallTime() * 1000)).toString());
        json.addProperty("time", total());
        json.add("request", request());
        json.add("response", response());
        json.add("cache", new JsonObject());
        json.add("timings", timings);
        addText(json, "serverIPAddress", text(exchange.response(), "remoteIPAddress"));
        addText(json, "connection", text(exchange.response(), "connectionId"));
        json.addProperty("_resourceType", fact.type());
        json.addProperty("_priority", fact.priority());
        json.addProperty("_renderBlocking", fact.renderBlocking());
        fact.initiator().ifPresent(url -> json.addProperty("_initiator", text(url)));
        return json;
    }

    private JsonObject request() {
        JsonObject json = message(exchange.request());
        json.addProperty("method", fact.method());
        json.addProperty("url", text(fact.url()));
        json.add("queryString", queryString());
        json.addProperty("bodySize", exchange.request().has("hasPostData") ? NOT_APPLICABLE : 0);
        return json;
    }

    private JsonObject response() {
        JsonObject content = new JsonObject();
        content.addProperty("size", fact.bodyBytes());
        content.addProperty("mimeType", text(exchange.mediaType()));
        JsonObject json = message(exchange.response());
        json.addProperty("status", fact.status());
        json.addProperty("statusText", text(text(exchange.response(), "statusText")));
        json.addProperty("redirectURL", text(header(exchange.response(), "location")));
        json.addProperty("bodySize", fact.fromCache() ? 0 : NOT_APPLICABLE);
        json.add("content", content);
        json.addProperty("_transferSize", fact.transferBytes());
        fact.failure().ifPresent(code -> json.addProperty("_error", text(code)));
        return json;
    }

    /** Fields common to requests and responses. Cookies are secrets: their list is always empty. */
    private JsonObject message(JsonObject of) {
        JsonArray headers = new JsonArray();
        headers(of)
                .forEach(one -> headers.add(pair(
                        text(one.getKey()),
                        UntrustedText.clean(
                                secrets.maskHeader(one.getKey(), one.getValue().getAsString()), LONGEST_TEXT))));
        JsonObject json = new JsonObject();
        json.addProperty("httpVersion", fact.protocol());
        json.add("cookies", new JsonArray());
        json.add("headers", headers);
        json.addProperty("headersSize", NOT_APPLICABLE);
        return json;
    }

    private JsonArray queryString() {
        JsonArray pairs = new JsonArray();
        String url = text(fact.url());
        int query = url.indexOf('?');
        if (query >= 0) {
            for (String one : url.substring(query + 1).split("#")[0].split("&")) {
                String[] halves = one.split("=", 2);
                pairs.add(pair(halves[0], halves.length == 2 ? halves[1] : ""));
            }
        }
        return pairs;
    }

    /** The format counts the TLS handshake in connect as well, as DevTools does. */
    private JsonObject timings() {
        JsonObject json = new JsonObject();
        json.addProperty("blocked", fact.blockedMillis());
        json.addProperty("dns", fact.dnsMillis());
        json.addProperty("connect", fact.connectMillis());
        json.addProperty("ssl", fact.tlsMillis());
        json.addProperty("send", Math.max(0, fact.sendMillis()));
        json.addProperty("wait", Math.max(0, fact.waitMillis()));
        json.addProperty("receive", Math.max(0, fact.receiveMillis()));
        return json;
    }

    private double total() {
        return DoubleStream.of(
                        fact.blockedMillis(),
                        fact.dnsMillis(),
                        fact.connectMillis(),
                        fact.sendMillis(),
                        fact.waitMillis(),
                        fact.receiveMillis())
                .filter(phase -> phase > 0)
                .sum();
    }

    private String text(String text) {
        return secrets.mask(UntrustedText.clean(text, LONGEST_TEXT));
    }

    private static Iterable<Map.Entry<String, JsonElement>> headers(JsonObject message) {
        JsonElement headers = message.get("headers");
        return headers == null || !headers.isJsonObject()
                ? new JsonObject().entrySet()
                : headers.getAsJsonObject().entrySet();
    }

    private static String header(JsonObject message, String name) {
        for (Map.Entry<String, JsonElement> one : headers(message)) {
            if (one.getKey().equalsIgnoreCase(name)) {
                return one.getValue().getAsString();
            }
        }
        return "";
    }

    private static JsonObject pair(String name, String value) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("value", value);
        return json;
    }

    private static void addText(JsonObject json, String member, String text) {
        if (!text.isEmpty()) {
            json.addProperty(member, text);
        }
    }

    private static String text(JsonObject from, String member) {
        JsonElement found = from.get(member);
        return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
    }
}
