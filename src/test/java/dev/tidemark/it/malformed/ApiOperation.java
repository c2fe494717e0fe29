package dev.tidemark.it.malformed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An operation of the OpenAPI document.
 *
 * @param path a template, such as {@code /api/v1/probes/{id}}
 * @param query names of its query parameters
 * @param consumes media types of its body; empty without one
 * @param produces media types by documented status; {@code default} is any other
 */
record ApiOperation(
        String method, String path, List<String> query, List<String> consumes, Map<String, Set<String>> produces) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** @param document as JSON */
    static List<ApiOperation> of(String document) {
        JsonObject root = Json.createReader(new StringReader(document)).readObject();
        List<ApiOperation> all = new ArrayList<>();
        root.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                all.add(operation(root, path, method, operation.asJsonObject()));
            }
        }));
        return all;
    }

    private static ApiOperation operation(JsonObject root, String path, String method, JsonObject operation) {
        List<String> query = new ArrayList<>();
        if (operation.containsKey("parameters")) {
            for (JsonValue one : operation.getJsonArray("parameters")) {
                JsonObject parameter = resolved(root, one.asJsonObject());
                if (parameter.getString("in").equals("query")) {
                    query.add(parameter.getString("name"));
                }
            }
        }
        JsonObject body = operation.containsKey("requestBody")
                ? resolved(root, operation.getJsonObject("requestBody"))
                : JsonValue.EMPTY_JSON_OBJECT;
        Map<String, Set<String>> produces = new TreeMap<>();
        operation
                .getJsonObject("responses")
                .forEach((status, response) ->
                        produces.put(status, mediaTypes(resolved(root, response.asJsonObject()))));
        return new ApiOperation(method.toUpperCase(Locale.ROOT), path, query, List.copyOf(mediaTypes(body)), produces);
    }

    private static Set<String> mediaTypes(JsonObject described) {
        return described.containsKey("content")
                ? new TreeSet<>(described.getJsonObject("content").keySet())
                : Set.of();
    }

    private static JsonObject resolved(JsonObject root, JsonObject object) {
        return object.containsKey("$ref")
                ? root.getValue(object.getString("$ref").substring(1)).asJsonObject()
                : object;
    }
}
