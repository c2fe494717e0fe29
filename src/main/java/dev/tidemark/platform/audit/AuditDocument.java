package dev.tidemark.platform.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entry in the formats of the API: JSON, and lines of CSV. */
final class AuditDocument {

    static final String CSV_HEADER = "id,at,actorKind,actor,action,objectType,objectId,result,channel,address,node,"
            + "before,after,hiddenChanges\r\n";

    private AuditDocument() {}

    static JsonObject of(AuditEntry entry) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", entry.cursor())
                .add("at", entry.at().toString())
                .add("actorKind", entry.actor().kind().label())
                .add("actor", entry.actor().name())
                .add("action", entry.action())
                .add("objectType", entry.objectType())
                .add("objectId", entry.objectId())
                .add("result", entry.result().label())
                .add("channel", entry.channel().label())
                .add("node", entry.node());
        entry.address().ifPresent(address -> json.add("address", address));
        entry.before().ifPresent(before -> json.add("before", before));
        entry.after().ifPresent(after -> json.add("after", after));
        return json.add("hiddenChanges", Json.createArrayBuilder(entry.hiddenChanges()))
                .build();
    }

    /** RFC 4180. */
    static String csv(AuditEntry entry) {
        return Stream.of(
                                entry.cursor(),
                                entry.at().toString(),
                                entry.actor().kind().label(),
                                entry.actor().name(),
                                entry.action(),
                                entry.objectType(),
                                entry.objectId(),
                                entry.result().label(),
                                entry.channel().label(),
                                entry.address().orElse(""),
                                entry.node(),
                                text(entry.before()),
                                text(entry.after()),
                                String.join(" ", entry.hiddenChanges()))
                        .map(AuditDocument::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(Optional<JsonObject> document) {
        return document.map(JsonObject::toString).orElse("");
    }

    /** Spreadsheets take a text that begins with one of these characters as a formula. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && List.of('=', '+', '-', '@').contains(text.charAt(0));
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
