package dev.tidemark.web.admin;

import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.ContactGroupWriter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The form of a contact group, as JSON for the same validation as the API. */
record ContactGroupDraft(FormValues values) {

    static final String QUIET = "quiet";

    private static final List<String> TEXTS = List.of(
            "name", "remindEvery", "escalateAfter", "escalateTo", "digest", "digestAt", "digestOn", "digestZone");
    private static final List<String> DIGEST_TEXTS = List.of("digestAt", "digestOn", "digestZone");
    private static final List<String> QUIET_TEXTS = List.of("start", "length", "zone");
    private static final List<String> QUIET_LISTS = List.of("weekdays", "days");

    static final List<String> INPUTS = List.of(
            "id",
            "name",
            "members",
            "quiet.start",
            "quiet.length",
            "quiet.zone",
            "quiet.weekdays",
            "quiet.days",
            "remindEvery",
            "escalateAfter",
            "escalateTo",
            "digest",
            "digestAt",
            "digestOn",
            "digestZone");

    /** The form of a stored contact group; webhook URLs are masked. */
    static ContactGroupDraft of(ContactGroup group) {
        Map<String, Object> fields = ContactGroupWriter.masked(group);
        Map<String, String> inputs = new HashMap<>();
        fields.forEach((key, value) -> inputs.put(key, text(value, "\n")));
        if (fields.get(QUIET) instanceof Map<?, ?> quiet) {
            quiet.forEach((key, value) -> inputs.put(QUIET + "." + key, text(value, ", ")));
        }
        return new ContactGroupDraft(new FormValues(inputs));
    }

    /** @param before the values that the form showed; unchanged digest fields are dropped when the digest is off */
    String json(FormValues before) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.putText(json, "id", "id");
        TEXTS.stream().filter(key -> !isUnusedDigestField(key, before)).forEach(key -> values.putText(json, key, key));
        values.putLines(json, "members", "members");
        JsonObject quiet = quiet();
        if (!quiet.isEmpty()) {
            json.add(QUIET, quiet);
        }
        return json.build().toString();
    }

    private boolean isUnusedDigestField(String key, FormValues before) {
        String digest = values.value("digest");
        boolean meant = digest.equals("weekly") || digest.equals("daily") && !key.equals("digestOn");
        return DIGEST_TEXTS.contains(key) && !meant && values.value(key).equals(before.value(key));
    }

    private JsonObject quiet() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        QUIET_TEXTS.forEach(key -> values.putText(json, key, QUIET + "." + key));
        QUIET_LISTS.forEach(key -> values.putList(json, key, QUIET + "." + key));
        return json.build();
    }

    private static String text(Object value, String between) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).collect(Collectors.joining(between))
                : String.valueOf(value);
    }
}
