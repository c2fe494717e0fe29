package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the headers of a probe to requests to the host of the page only, as they may be secrets. */
final class FirstPartyHeaders {

    private final Map<String, String> headers;
    private final String host;

    FirstPartyHeaders(Map<String, String> headers, WebUrl page) {
        this.headers = headers;
        this.host = page.host();
    }

    /** URL patterns of the requests that need the headers. */
    List<String> patterns() {
        return headers.isEmpty() ? List.of() : List.of("*://" + host + "/*", "*://" + host + ":*/*");
    }

    /** Adds the headers when an intercepted request to the page's host is continued. */
    void addTo(JsonObject answer, JsonObject request) {
        if (!headers.isEmpty() && isFirstParty(request.get("url").getAsString())) {
            answer.add("headers", with(request.getAsJsonObject("headers")));
        }
    }

    private JsonArray with(JsonObject requestHeaders) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, JsonElement> one : requestHeaders.entrySet()) {
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

    private boolean isFirstParty(String address) {
        return WebUrl.tryParse(address).filter(url -> url.host().equals(host)).isPresent();
    }
}
