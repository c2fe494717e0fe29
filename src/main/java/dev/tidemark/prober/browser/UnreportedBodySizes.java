package dev.tidemark.prober.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.prober.network.NetworkLog;
import dev.tidemark.prober.vitals.CollectorScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures bodies whose size DevTools does not report, those read straight into a blob or a cache: the size of a
 * compressed or chunked body is known to the page only.
 */
record UnreportedBodySizes(CollectorContext collector, NetworkLog network) {

    private static final int MAX_BODIES = 300;

    /** Call it at the end of a page load, if the page is responsive. */
    void measure() {
        List<String> urls =
                network.unreportedBodies().stream().limit(MAX_BODIES).toList();
        if (!urls.isEmpty() && collector.exists()) {
            network.setBodySizes(sizes(urls));
        }
    }

    private Map<String, Long> sizes(List<String> urls) {
        JsonArray all = new JsonArray();
        urls.forEach(all::add);
        Map<String, Long> sizes = new HashMap<>();
        try {
            JsonArray reported = collector
                    .evaluate("globalThis['" + CollectorScript.BINDING + ".bodies'](" + all + ")")
                    .map(JsonElement::getAsJsonArray)
                    .orElseGet(JsonArray::new);
            for (int n = 0; n < reported.size(); n++) {
                if (reported.get(n).getAsLong() > 0) {
                    sizes.put(urls.get(n), reported.get(n).getAsLong());
                }
            }
        } catch (PlaywrightException documentGone) {
            return Map.of();
        }
        return sizes;
    }
}
