package dev.tidemark.web.admin;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.maintenance.MaintenanceWindow;
import dev.tidemark.config.maintenance.MaintenanceWindows;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** The form of a maintenance window, as JSON for the same validation as the API. */
record MaintenanceWindowDraft(FormValues values) {

    static final List<String> INPUTS = List.of(
            "id", "name", "probes", "tags", "from", "until", "start", "weekdays", "days", "cron", "length", "zone");

    Optional<MaintenanceWindow> window(ValidationErrors errors) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String key : List.of("id", "name", "start", "length", "zone", "cron")) {
            values.putText(json, key, key);
        }
        for (String key : List.of("from", "until")) {
            values.text(key).ifPresent(value -> json.add(key, instant(value)));
        }
        for (String key : List.of("probes", "tags", "weekdays", "days")) {
            values.putList(json, key, key);
        }
        return MaintenanceWindows.read(json.build().toString(), errors);
    }

    /** Values of date inputs are in UTC; other text is passed on to validation. */
    private static String instant(String values) {
        return values.matches(".*T\\d\\d:\\d\\d") ? values + ":00Z" : values;
    }
}
