package dev.tidemark.prober.network;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads members of DevTools events that may be absent. */
final class CdpJson {

    private CdpJson() {}

    static String text(JsonObject from, String member) {
        JsonElement found = from.get(member);
        return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
    }

    static double number(JsonObject from, String member, double otherwise) {
        JsonElement found = from.get(member);
        return found == null || !found.isJsonPrimitive() ? otherwise : found.getAsDouble();
    }

    static boolean flag(JsonObject from, String member, boolean otherwise) {
        JsonElement found = from.get(member);
        return found == null || !found.isJsonPrimitive() ? otherwise : found.getAsBoolean();
    }

    static JsonObject object(JsonObject from, String member) {
        JsonElement found = from.get(member);
        return found == null || !found.isJsonObject() ? new JsonObject() : found.getAsJsonObject();
    }
}
