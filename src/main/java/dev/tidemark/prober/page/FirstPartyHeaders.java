package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A probe's headers go with every request to the page's own host and with no other, for they may be secrets. */
final class FirstPartyHeaders {

    private final Map<String, String> headers;
    private final String host;

    FirstPartyHeaders(Map<String, String> headers, URI page) {
        this.headers = headers;
        this.host = page.getHost();
    }

    /** Addresses whose requests need them. */
    List<String> patterns() {
        return headers.isEmpty() ? List.of() : List.of("*://" + host + "/*", "*://" + host + ":*/*");
    }

    /** Puts them into the answer to a held request, when it goes to the own host. */
    void addTo(JsonObject answer, JsonObject request) {
        if (!headers.isEmpty() && isOwn(request.get("url").getAsString())) {
            answer.add("headers", with(request.getAsJsonObject("headers")));
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
