package dev.tidemark.editing;

import dev.tidemark.document.Fault;
import dev.tidemark.document.Place;
import dev.tidemark.probe.Probe;
import dev.tidemark.rendition.ProbeWriter;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A definition as it is typed, right or wrong: the inputs by name, and the rows of limits. What has no input of its own
 * is JSON in the input {@code more}.
 */
record Draft(Map<String, String> inputs, List<BudgetRow> rows) {

    static final String MORE = "more";
    static final String VIEWS = "views";

    private static final String FIRST_VIEW = "first";
    private static final String BOTH_VIEWS = "both";

    private static final List<String> TEXTS = List.of("name", "url", "every", "cron", "zone", "profile");
    private static final List<String> OTHERS =
            List.of("id", "samples", VIEWS, "locations", "tags", "notify", "enabled", MORE);
    private static final int MOST_ROWS = 200;
    private static final int SPARE_ROWS = 2;
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    Draft {
        inputs = Map.copyOf(inputs);
        rows = List.copyOf(rows);
    }

    static Draft empty() {
        return new Draft(
                Map.of(
                        "every",
                        "PT5M",
                        "samples",
                        "3",
                        "profile",
                        "desktop",
                        "locations",
                        "default",
                        "enabled",
                        "true"),
                List.of());
    }

    /** @param parameter the value of an input, null for none */
    static Draft typed(UnaryOperator<String> parameter) {
        UnaryOperator<String> value =
                name -> Optional.ofNullable(parameter.apply(name)).orElse("");
        Map<String, String> inputs = new HashMap<>();
        TEXTS.forEach(name -> inputs.put(name, value.apply(name)));
        OTHERS.forEach(name -> inputs.put(name, value.apply(name.equals("id") ? "slug" : name)));
        List<BudgetRow> rows = new ArrayList<>();
        for (int n = 0; n < MOST_ROWS && parameter.apply(BudgetRow.name(n, "metric")) != null; n++) {
            rows.add(BudgetRow.typed(n, value));
        }
        return new Draft(inputs, rows);
    }

    @SuppressWarnings("unchecked")
    static Draft of(Probe probe) {
        Map<String, Object> rest = new LinkedHashMap<>(ProbeWriter.masked(probe));
        Map<String, String> inputs = new HashMap<>();
        for (String name : TEXTS) {
            if (rest.get(name) instanceof String text) {
                inputs.put(name, text);
                rest.remove(name);
            }
        }
        inputs.put("id", String.valueOf(rest.remove("id")));
        inputs.put("samples", String.valueOf(rest.remove("samples")));
        inputs.put(VIEWS, rest.remove(VIEWS) == null ? FIRST_VIEW : BOTH_VIEWS);
        inputs.put("enabled", String.valueOf(rest.remove("enabled")));
        inputs.put("locations", String.join(" ", (List<String>) rest.remove("locations")));
        inputs.put("tags", String.join(", ", (List<String>) rest.remove("tags")));
        inputs.put("notify", String.join("\n", (List<String>) rest.remove("notify")));
        List<BudgetRow> rows = new ArrayList<>();
        for (Map<String, Object> limit : (List<Map<String, Object>>) rest.remove("budgets")) {
            rows.add(BudgetRow.of(rows.size(), limit));
        }
        inputs.put(
                MORE,
                rest.isEmpty() ? "" : pretty(Json.createObjectBuilder(rest).build()));
        return new Draft(inputs, rows);
    }

    String value(String name) {
        return inputs.getOrDefault(name, "");
    }

    /** The rows that are typed, and some to type into. */
    List<BudgetRow> rowsToShow() {
        List<BudgetRow> all = new ArrayList<>(rows);
        long blank = rows.stream().filter(BudgetRow::isBlank).count();
        for (long spare = blank; spare < SPARE_ROWS; spare++) {
            all.add(BudgetRow.empty(all.size()));
        }
        return all;
    }

    /** The rows that are meant, in the order of {@code budgets}. */
    List<BudgetRow> meant() {
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    /** The same with an id made of its name, when it has none. */
    Draft named() {
        if (!value("id").isBlank()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(inputs);
        all.put("id", Slug.of(value("name")));
        return new Draft(all, rows);
    }

    /** The same with a name and an id, which it need not have yet to be tried. */
    Draft nameless() {
        if (!value("name").isBlank()) {
            return named();
        }
        Map<String, String> all = new HashMap<>(inputs);
        all.put("name", "Without a name");
        return new Draft(all, rows).named();
    }

    /** The definition as JSON, as far as it can be made; what is wrong with {@code more} goes to the faults. */
    String json(List<Fault> faults) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        TEXTS.forEach(name -> Typed.text(json, name, value(name)));
        Typed.text(json, "id", value("id"));
        Typed.number(json, "samples", value("samples"));
        Typed.text(json, VIEWS, value(VIEWS).equals(FIRST_VIEW) ? "" : value(VIEWS));
        Typed.list(json, "locations", Typed.bySpace(value("locations")));
        Typed.list(json, "tags", Typed.byComma(value("tags")));
        Typed.list(json, "notify", Typed.bySpace(value("notify")));
        if (!meant().isEmpty()) {
            json.add(
                    "budgets",
                    Json.createArrayBuilder(
                            meant().stream().map(BudgetRow::json).toList()));
        }
        json.add("enabled", value("enabled").equals("true"));
        JsonObject above = json.build();
        JsonObjectBuilder whole = Json.createObjectBuilder(above);
        more(faults).forEach((key, value) -> {
            if (above.containsKey(key)) {
                faults.add(fault("\"" + key + "\" has a field above; leave it out here, or empty the field"));
            } else {
                whole.add(key, value);
            }
        });
        return whole.build().toString();
    }

    private JsonObject more(List<Fault> faults) {
        if (value(MORE).isBlank()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(value(MORE)))) {
            return reader.readObject();
        } catch (JsonException wrong) {
            faults.add(fault("is no JSON object: " + wrong.getMessage()));
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    static Fault fault(String detail) {
        return new Fault(new Place("", 0, "/" + MORE), detail);
    }

    private static String pretty(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = PRETTY.createWriter(text)) {
            writer.writeObject(json);
        }
        return text.toString().strip();
    }
}
