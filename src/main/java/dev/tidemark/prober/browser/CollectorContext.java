package dev.tidemark.prober.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.prober.page.CdpSession;
import java.util.Optional;

/**
 * The collector's isolated world in the document of the page, where scripts of the page cannot interfere.
 *
 * @param id of its execution context; 0 before its first message
 */
record CollectorContext(CdpSession cdp, int id) {

    private static final int MAX_SCRIPT_MILLIS = 1_000;

    boolean exists() {
        return id != 0;
    }

    /**
     * The result of a script; empty if it returns nothing. The page must be responsive.
     *
     * @throws PlaywrightException if the page no longer exists, or shows another document
     */
    Optional<JsonElement> evaluate(String script) {
        JsonObject expression = new JsonObject();
        expression.addProperty("expression", script);
        expression.addProperty("contextId", id);
        expression.addProperty("returnByValue", true);
        expression.addProperty("timeout", MAX_SCRIPT_MILLIS);
        JsonObject result = cdp.send("Runtime.evaluate", expression);
        return Optional.ofNullable(result.getAsJsonObject("result").get("value"));
    }
}
