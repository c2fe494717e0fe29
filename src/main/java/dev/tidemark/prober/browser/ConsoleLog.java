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

    private static final int MAX_LINES = 200;
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_EVENTS = 5_000;

    private final List<ConsoleMessage> lines = new ArrayList<>();
    private int errors;
    private int exceptions;
    private int events;

    /** {@code Runtime.consoleAPICalled} */
    void called(JsonObject event, double atMillis) {
        events++;
        String type = event.get("type").getAsString();
        boolean isError = type.equals("error") || type.equals("assert");
        errors += isError ? 1 : 0;
        if (lines.size() < MAX_LINES) {
            add(isError ? "error" : type, textOf(event.getAsJsonArray("args")), atMillis);
        }
    }

    /** {@code Runtime.exceptionThrown} */
    void thrown(JsonObject event, double atMillis) {
        events++;
        exceptions++;
        JsonObject details = event.getAsJsonObject("exceptionDetails");
        JsonElement exception = details.get("exception");
        String text = exception == null ? "" : member(exception.getAsJsonObject(), "description");
        add("exception", text.isEmpty() ? member(details, "text") : text, atMillis);
    }

    /** {@code Log.entryAdded}: messages of the browser itself, such as a resource that was not found. */
    void added(JsonObject event, double atMillis) {
        JsonObject entry = event.getAsJsonObject("entry");
        if (member(entry, "level").equals("error")) {
            errors++;
            add("error", (member(entry, "text") + " " + member(entry, "url")).strip(), atMillis);
        }
    }

    /** Whether the page has logged so much that listening stops; counts are too low then. */
    boolean isFlooded() {
        return events > MAX_EVENTS;
    }

    /** Whether there were more messages than are recorded. */
    boolean isTruncated() {
        return events > MAX_LINES;
    }

    List<ConsoleMessage> lines() {
        return List.copyOf(lines);
    }

    List<Measurement> measurements() {
        return List.of(
                new Measurement(Metric.of("CONSOLE_ERRORS"), errors),
                new Measurement(Metric.of("EXCEPTIONS"), exceptions));
    }

    private void add(String level, String text, double atMillis) {
        if (lines.size() < MAX_LINES) {
            lines.add(new ConsoleMessage(level, UntrustedText.clean(text, MAX_LENGTH), atMillis));
        }
    }

    private static String textOf(JsonArray arguments) {
        StringBuilder text = new StringBuilder();
        for (JsonElement argument : arguments) {
            JsonObject one = argument.getAsJsonObject();
            String value = member(one, "value");
            text.append(text.isEmpty() ? "" : " ").append(value.isEmpty() ? member(one, "description") : value);
            if (text.length() > MAX_LENGTH) {
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
