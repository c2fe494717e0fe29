package dev.tidemark.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The submitted values of a form, valid or not. Empty inputs are left out of the JSON. */
record FormValues(Map<String, String> inputs) {

    FormValues {
        inputs = Map.copyOf(inputs);
    }

    static FormValues empty() {
        return new FormValues(Map.of());
    }

    /** @param parameter returns the value of an input; null if there is none */
    static FormValues of(List<String> names, UnaryOperator<String> parameter) {
        Map<String, String> inputs = new HashMap<>();
        names.forEach(name ->
                inputs.put(name, Optional.ofNullable(parameter.apply(name)).orElse("")));
        return new FormValues(inputs);
    }

    String value(String input) {
        return inputs.getOrDefault(input, "");
    }

    Optional<String> text(String input) {
        return Optional.of(value(input).strip()).filter(text -> !text.isEmpty());
    }

    void putText(JsonObjectBuilder json, String key, String input) {
        text(input).ifPresent(value -> json.add(key, value));
    }

    /** Adds a list of items that are separated by white space or commas. */
    void putList(JsonObjectBuilder json, String key, String input) {
        text(input).ifPresent(value -> json.add(key, items(value, "[,\\s]+")));
    }

    /** Adds a list of items that are separated by white space; a URL may contain commas. */
    void putLines(JsonObjectBuilder json, String key, String input) {
        text(input).ifPresent(value -> json.add(key, items(value, "\\s+")));
    }

    private static JsonArrayBuilder items(String text, String between) {
        return Json.createArrayBuilder(
                Arrays.stream(text.split(between)).filter(one -> !one.isEmpty()).toList());
    }
}
