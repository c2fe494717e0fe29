package dev.tidemark.prober.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.ConsoleMessage;
import dev.tidemark.model.result.UntrustedText;
import java.util.ArrayList;
import java.util.List;

/** Console messages and uncaught exceptions of a page: all are counted, the first 200 recorded. */
final class ConsoleLog {

    private static final int MOST_KEPT = 200;
    private static final int LONGEST = 1_000;
    private static final int MOST_HEARD = 5_000;

    private final List<ConsoleMessage> kept = new ArrayList<>();
    private int errors;
    private int exceptions;
    private int heard;

    /** {@code Runtime.consoleAPICalled} */
    void called(JsonObject event, double atMillis) {
        heard++;
        String type = event.get("type").getAsString();
        boolean isError = type.equals("error") || type.equals("assert");
        errors += isError ? 1 : 0;
        if (kept.size() < MOST_KEPT) {
            keep(isError ? "error" : type, textOf(event.getAsJsonArray("args")), atMillis);
        }
    }

    /** {@code Runtime.exceptionThrown} */
    void thrown(JsonObject event, double atMillis) {
        heard++;
        exceptions++;
        JsonObject details = event.getAsJsonObject("exceptionDetails");
        JsonElement exception = details.get("exception");
        String text = exception == null ? "" : member(exception.getAsJsonObject(), "description");
        keep("exception", text.isEmpty() ? member(details, "text") : text, atMillis);
    }

    /** {@code Log.entryAdded}: messages of the browser itself, such as a resource that was not found. */
    void added(JsonObject event, double atMillis) {
        JsonObject entry = event.getAsJsonObject("entry");
        if (member(entry, "level").equals("error")) {
            errors++;
            keep("error", (member(entry, "text") + " " + member(entry, "url")).strip(), atMillis);
        }
    }

    /** Whether the page has logged so much that listening stops; counts are too low then. */
    boolean isFlooded() {
        return heard > MOST_HEARD;
    }

    /** Whether there were more messages than are recorded. */
    boolean isTruncated() {
        return heard > MOST_KEPT;
    }

    List<ConsoleMessage> lines() {
        return List.copyOf(kept);
    }

    List<Measurement> measurements() {
        return List.of(
                new Measurement(Metric.of("CONSOLE_ERRORS"), errors),
                new Measurement(Metric.of("EXCEPTIONS"), exceptions));
    }

    private void keep(String level, String text, double atMillis) {
        if (kept.size() < MOST_KEPT) {
            kept.add(new ConsoleMessage(level, UntrustedText.clean(text, LONGEST), atMillis));
        }
    }

    private static String textOf(JsonArray arguments) {
        StringBuilder text = new StringBuilder();
        for (JsonElement argument : arguments) {
            JsonObject one = argument.getAsJsonObject();
            String value = member(one, "value");
            text.append(text.isEmpty() ? "" : " ").append(value.isEmpty() ? member(one, "description") : value);
            if (text.length() > LONGEST) {
                break;
            }
        }
        return text.toString();
    }

    private static String member(JsonObject from, String name) {
        JsonElement found = from.get(name);
        return found != null && found.isJsonPrimitive() ? found.getAsString() : "";
    }
}
