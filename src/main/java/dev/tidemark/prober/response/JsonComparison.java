package dev.tidemark.prober.response;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Compares JSON values: numbers by value, arrays and objects by their contents, and values of different types as different. */
final class JsonComparison {

    private JsonComparison() {}

    static boolean equal(JsonValue one, JsonValue other) {
        if (one instanceof JsonNumber number && other instanceof JsonNumber with) {
            return number.bigDecimalValue().compareTo(with.bigDecimalValue()) == 0;
        }
        if (one instanceof JsonArray array && other instanceof JsonArray with) {
            return array.size() == with.size() && equalElements(array, with);
        }
        if (one instanceof JsonObject object && other instanceof JsonObject with) {
            return object.keySet().equals(with.keySet())
                    && object.keySet().stream().allMatch(key -> equal(object.get(key), with.get(key)));
        }
        return one.equals(other);
    }

    private static boolean equalElements(JsonArray one, JsonArray other) {
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A string without quotes, everything else as JSON. */
    static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
