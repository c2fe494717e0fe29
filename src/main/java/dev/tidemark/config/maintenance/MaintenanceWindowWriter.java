package dev.tidemark.config.maintenance;

import dev.tidemark.model.result.ProbeId;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a window as {@link MaintenanceWindowReader} reads it. */
public final class MaintenanceWindowWriter {

    private MaintenanceWindowWriter() {}

    static Map<String, Object> fields(MaintenanceWindow window) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", window.id());
        fields.put("name", window.name());
        fields.put("probes", window.scope().probes().stream().map(ProbeId::slug).toList());
        fields.put("tags", window.scope().tags().stream().toList());
        if (window.recurrence() instanceof SingleOccurrence once) {
            fields.put("from", once.interval().from().toString());
            fields.put("until", once.interval().to().toString());
        } else if (window.recurrence() instanceof CalendarRecurrence days) {
            fields.putAll(fields(days));
        } else if (window.recurrence() instanceof CronRecurrence cron) {
            fields.put("cron", cron.expression());
            fields.put("length", cron.length().toString());
            fields.put("zone", cron.zone().getId());
        }
        return fields;
    }

    /** A calendar recurrence in the format that {@link CalendarRecurrenceReader} reads. */
    public static Map<String, Object> fields(CalendarRecurrence days) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", days.start().toString());
        fields.put(
                "weekdays",
                days.weekdays().stream().map(MaintenanceWindowWriter::name).toList());
        fields.put("days", days.days().stream().toList());
        fields.put("length", days.length().toString());
        fields.put("zone", days.zone().getId());
        return fields;
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
