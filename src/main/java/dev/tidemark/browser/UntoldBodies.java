package dev.tidemark.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.stage.Cdp;
import dev.tidemark.vitals.CollectorScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the page for the size of bodies that DevTools does not tell, those that went straight into a blob or a cache: of a
 * body that was compressed or came in chunks nobody else knows it.
 */
record UntoldBodies(Cdp cdp, PageWatch watch) {

    private static final int MOST = 300;

    /** To be asked of a page that still answers, at its end. */
    void ask() {
        List<String> urls = watch.network().untoldBodies().stream().limit(MOST).toList();
        if (!urls.isEmpty() && watch.world() != 0) {
            watch.network().bodiesAre(sizes(urls));
        }
    }

    private Map<String, Long> sizes(List<String> urls) {
        JsonArray all = new JsonArray();
        urls.forEach(all::add);
        JsonObject call = new JsonObject();
        call.addProperty("expression", "globalThis['" + CollectorScript.BINDING + ".bodies'](" + all + ")");
        call.addProperty("returnByValue", true);
        call.addProperty("contextId", watch.world());
        Map<String, Long> sizes = new HashMap<>();
        try {
            JsonArray answers =
                    cdp.send("Runtime.evaluate", call).getAsJsonObject("result").getAsJsonArray("value");
            for (int n = 0; answers != null && n < urls.size(); n++) {
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
