package dev.tidemark.web.admin;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.maintenance.CalendarRecurrenceReader;
import dev.tidemark.config.maintenance.MaintenanceWindow;
import dev.tidemark.config.maintenance.MaintenanceWindows;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The form of a maintenance window, as JSON for the same validation as the API. */
record MaintenanceWindowDraft(FormValues values) {

    static final List<String> INPUTS = List.of(
            "id", "name", "probes", "tags", "from", "until", "start", "weekdays", "days", "cron", "length", "zone");

    Optional<MaintenanceWindow> window(ValidationErrors errors) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String key : List.of("id", "name", "start", "length", "cron")) {
            values.putText(json, key, key);
        }
        if (isRecurring()) {
            values.putText(json, "zone", "zone");
        }
        Optional<ZoneId> zone = isRecurring() ? Optional.empty() : zone(errors);
        for (String key : List.of("from", "until")) {
            values.text(key).ifPresent(value -> json.add(key, instant(value, zone.orElse(ZoneOffset.UTC))));
        }
        for (String key : List.of("probes", "tags", "weekdays", "days")) {
            values.putList(json, key, key);
        }
        return MaintenanceWindows.read(json.build().toString(), errors);
    }

    private Optional<ZoneId> zone(ValidationErrors errors) {
        return values.text("zone")
                .flatMap(name -> errors.tryCreate(
                        new SourceLocation("", 0, "/zone"), () -> CalendarRecurrenceReader.zone(name)));
    }

    private boolean isRecurring() {
        return values.text("start").isPresent() || values.text("cron").isPresent();
    }

    /** Values of date inputs are in the zone of the form; other text is passed on to validation. */
    private static String instant(String value, ZoneId zone) {
        try {
            return LocalDateTime.parse(value).atZone(zone).toInstant().toString();
        } catch (DateTimeException other) {
            return value;
        }
    }
}
