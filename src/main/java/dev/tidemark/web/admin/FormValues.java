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

/** What is typed into the inputs of a form, right or wrong. An empty input is no key of the JSON that the API takes. */
record FormValues(Map<String, String> inputs) {

    FormValues {
        inputs = Map.copyOf(inputs);
    }

    static FormValues empty() {
        return new FormValues(Map.of());
    }

    /** @param parameter the value of an input, null for none */
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

    /** Items between spaces, line ends and commas. */
    void putList(JsonObjectBuilder json, String key, String input) {
        text(input).ifPresent(value -> json.add(key, items(value, "[,\\s]+")));
    }

    /** Items between line ends and other spaces: an address may hold a comma. */
    void putLines(JsonObjectBuilder json, String key, String input) {
        text(input).ifPresent(value -> json.add(key, items(value, "\\s+")));
    }

    private static JsonArrayBuilder items(String text, String between) {
        return Json.createArrayBuilder(
                Arrays.stream(text.split(between)).filter(one -> !one.isEmpty()).toList());
    }
}
