package dev.tidemark.prober.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Parameters of a DevTools command. */
final class CdpParameters {

    private CdpParameters() {}

    /** @param namesAndValues names and values in turn; a value is a string, a number, a boolean or JSON */
    static JsonObject of(Object... namesAndValues) {
        JsonObject parameters = new JsonObject();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            add(parameters, (String) namesAndValues[n], namesAndValues[n + 1]);
        }
        return parameters;
    }

    /** @param text a JSON object without user-defined values */
    static JsonObject parse(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static void add(JsonObject parameters, String name, Object value) {
        if (value instanceof JsonElement json) {
            parameters.add(name, json);
        } else if (value instanceof Number number) {
            parameters.addProperty(name, number);
        } else if (value instanceof Boolean flag) {
            parameters.addProperty(name, flag);
        } else {
            parameters.addProperty(name, (String) value);
        }
    }
}
