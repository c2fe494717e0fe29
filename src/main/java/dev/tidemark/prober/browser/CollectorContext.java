package dev.tidemark.prober.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.prober.page.CdpSession;
import java.util.Optional;

/**
 * The world of the collector in the page's document, where the page cannot interfere.
 *
 * @param id of its execution context; 0 before the collector has spoken there
 */
record CollectorContext(CdpSession cdp, int id) {

    private static final int LONGEST_SCRIPT_MILLIS = 1_000;

    boolean isThere() {
        return id != 0;
    }

    /**
     * The result of a script; empty if it returns nothing. The page must be responsive.
     *
     * @throws PlaywrightException if the page no longer exists, or shows another document
     */
    Optional<JsonElement> ask(String script) {
        JsonObject question = new JsonObject();
        question.addProperty("expression", script);
        question.addProperty("contextId", id);
        question.addProperty("returnByValue", true);
        question.addProperty("timeout", LONGEST_SCRIPT_MILLIS);
        JsonObject answer = cdp.send("Runtime.evaluate", question);
        return Optional.ofNullable(answer.getAsJsonObject("result").get("value"));
    }
}
