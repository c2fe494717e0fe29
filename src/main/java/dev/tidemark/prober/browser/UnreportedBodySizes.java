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
record UnreportedBodySizes(CollectorContext world, NetworkLog network) {

    private static final int MOST = 300;

    /** To be called at the end of a page that is still responsive. */
    void ask() {
        List<String> urls = network.untoldBodies().stream().limit(MOST).toList();
        if (!urls.isEmpty() && world.isThere()) {
            network.bodiesAre(sizes(urls));
        }
    }

    private Map<String, Long> sizes(List<String> urls) {
        JsonArray all = new JsonArray();
        urls.forEach(all::add);
        Map<String, Long> sizes = new HashMap<>();
        try {
            JsonArray answers = world.ask("globalThis['" + CollectorScript.BINDING + ".bodies'](" + all + ")")
                    .map(JsonElement::getAsJsonArray)
                    .orElseGet(JsonArray::new);
            for (int n = 0; n < answers.size(); n++) {
                if (answers.get(n).getAsLong() > 0) {
                    sizes.put(urls.get(n), answers.get(n).getAsLong());
                }
            }
        } catch (PlaywrightException worldIsGone) {
            return Map.of();
        }
        return sizes;
    }
}
