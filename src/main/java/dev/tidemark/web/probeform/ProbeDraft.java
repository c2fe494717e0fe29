package dev.tidemark.web.probeform;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.LocalizedMessage;
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
 * The submitted form of a probe, valid or not: the inputs by name, and the rows of limits. Keys without an input are
 * JSON in the input {@code more}.
 */
record ProbeDraft(Map<String, String> inputs, List<LimitRow> rows) {

    static final String MORE = "more";
    static final String VIEWS = "views";

    private static final String FIRST_VIEW = "first";
    private static final String BOTH_VIEWS = "both";

    private static final List<String> TEXTS = List.of("name", "url", "every", "cron", "zone", "profile");
    private static final List<String> OTHERS =
            List.of("id", "samples", VIEWS, "locations", "tags", "notify", "enabled", MORE);
    private static final List<String> SECRET_INPUTS = List.of(MORE, "notify");
    private static final int MOST_ROWS = 200;
    private static final int SPARE_ROWS = 2;
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    ProbeDraft {
        inputs = Map.copyOf(inputs);
        rows = List.copyOf(rows);
    }

    static ProbeDraft empty() {
        return new ProbeDraft(
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

    /** @param parameter returns the value of an input; null if there is none */
    static ProbeDraft submitted(UnaryOperator<String> parameter) {
        UnaryOperator<String> value =
                name -> Optional.ofNullable(parameter.apply(name)).orElse("");
        Map<String, String> inputs = new HashMap<>();
        TEXTS.forEach(name -> inputs.put(name, value.apply(name)));
        OTHERS.forEach(name -> inputs.put(name, value.apply(name.equals("id") ? "slug" : name)));
        List<LimitRow> rows = new ArrayList<>();
        for (int n = 0; n < MOST_ROWS && parameter.apply(LimitRow.name(n, "metric")) != null; n++) {
            rows.add(LimitRow.submitted(n, value));
        }
        return new ProbeDraft(inputs, rows);
    }

    @SuppressWarnings("unchecked")
    static ProbeDraft of(Probe probe) {
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
        List<LimitRow> rows = new ArrayList<>();
        for (Map<String, Object> limit : (List<Map<String, Object>>) rest.remove("budgets")) {
            rows.add(LimitRow.of(rows.size(), limit));
        }
        inputs.put(
                MORE,
                rest.isEmpty() ? "" : pretty(Json.createObjectBuilder(rest).build()));
        return new ProbeDraft(inputs, rows);
    }

    /**
     * A copy with some of its inputs replaced.
     *
     * @param parameter returns the value of an input; null if there is none
     */
    ProbeDraft with(UnaryOperator<String> parameter, List<String> names) {
        Map<String, String> all = new HashMap<>(inputs);
        names.forEach(name -> Optional.ofNullable(parameter.apply(name))
                .ifPresent(value -> all.put(name.equals("slug") ? "id" : name, value)));
        return new ProbeDraft(all, rows);
    }

    /** A copy that shows no secret of the probe that it defines. */
    ProbeDraft maskedAs(Probe probe) {
        ProbeDraft masked = of(probe);
        List<String> secret = SECRET_INPUTS.stream()
                .filter(name -> masked.value(name).contains("***"))
                .toList();
        return with(masked.inputs::get, secret);
    }

    String value(String name) {
        return inputs.getOrDefault(name, "");
    }

    /** The submitted rows and two empty ones. */
    List<LimitRow> rowsToShow() {
        List<LimitRow> all = new ArrayList<>(rows);
        long emptyRows = rows.stream().filter(LimitRow::isBlank).count();
        for (long n = emptyRows; n < SPARE_ROWS; n++) {
            all.add(LimitRow.empty(all.size()));
        }
        return all;
    }

    /** The rows with a limit, in the order of {@code budgets}. */
    List<LimitRow> filledRows() {
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    /** A copy whose id is derived from the name if it has none. */
    ProbeDraft withGeneratedId() {
        if (!value("id").isBlank()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(inputs);
        all.put("id", SlugGenerator.of(value("name")));
        return new ProbeDraft(all, rows);
    }

    /** A copy with a default name and id if it has none, for a test run. */
    ProbeDraft withDefaultName() {
        if (!value("name").isBlank()) {
            return withGeneratedId();
        }
        Map<String, String> all = new HashMap<>(inputs);
        all.put("name", LocalizedMessage.of("probeForm.unnamed").toString());
        return new ProbeDraft(all, rows).withGeneratedId();
    }

    /** The definition as JSON. Errors in {@code more} are added to the errors. */
    String json(List<ValidationError> errors) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        TEXTS.forEach(name -> JsonInput.text(json, name, value(name)));
        JsonInput.text(json, "id", value("id"));
        JsonInput.number(json, "samples", value("samples"));
        JsonInput.text(json, VIEWS, value(VIEWS).equals(FIRST_VIEW) ? "" : value(VIEWS));
        JsonInput.list(json, "locations", JsonInput.spaceSeparated(value("locations")));
        JsonInput.list(json, "tags", JsonInput.commaSeparated(value("tags")));
        JsonInput.list(json, "notify", JsonInput.spaceSeparated(value("notify")));
        if (!filledRows().isEmpty()) {
            json.add(
                    "budgets",
                    Json.createArrayBuilder(
                            filledRows().stream().map(LimitRow::json).toList()));
        }
        json.add("enabled", value("enabled").equals("true"));
        JsonObject fields = json.build();
        JsonObjectBuilder complete = Json.createObjectBuilder(fields);
        more(errors).forEach((key, value) -> {
            if (fields.containsKey(key)) {
                errors.add(error(LocalizedMessage.of("validation.more.duplicate", key)));
            } else {
                complete.add(key, value);
            }
        });
        return complete.build().toString();
    }

    private JsonObject more(List<ValidationError> errors) {
        if (value(MORE).isBlank()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(value(MORE)))) {
            return reader.readObject();
        } catch (JsonException invalid) {
            errors.add(error(LocalizedMessage.of("validation.more.invalidJson", String.valueOf(invalid.getMessage()))));
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    static ValidationError error(LocalizedMessage detail) {
        return new ValidationError(new SourceLocation("", 0, "/" + MORE), detail);
    }

    private static String pretty(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = PRETTY.createWriter(text)) {
            writer.writeObject(json);
        }
        return text.toString().strip();
    }
}
