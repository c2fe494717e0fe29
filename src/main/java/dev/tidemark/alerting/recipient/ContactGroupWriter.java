package dev.tidemark.alerting.recipient;

import dev.tidemark.config.maintenance.MaintenanceWindowWriter;
import dev.tidemark.config.writer.MaskedRecipient;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a contact group in the form that {@link ContactGroupReader} reads. */
public final class ContactGroupWriter {

    private ContactGroupWriter() {}

    /** For display: webhooks are masked, that is, reduced to the host and a hash by which {@link ContactGroups} recognises them. */
    public static Map<String, Object> masked(ContactGroup group) {
        Map<String, Object> fields = fields(group);
        fields.put("members", group.members().stream().map(MaskedRecipient::of).toList());
        return fields;
    }

    /** For storage. */
    static Map<String, Object> fields(ContactGroup group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", group.id());
        fields.put("name", group.name());
        fields.put("members", group.members());
        group.quietHours().ifPresent(hours -> fields.put("quiet", MaintenanceWindowWriter.fields(hours)));
        group.remindEvery().ifPresent(span -> fields.put("remindEvery", span.toString()));
        group.escalation().ifPresent(it -> {
            fields.put("escalateAfter", it.after().toString());
            fields.put("escalateTo", it.to());
        });
        group.digest().ifPresent(schedule -> fields.putAll(digest(schedule)));
        return fields;
    }

    private static Map<String, Object> digest(DigestSchedule schedule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("digest", schedule.weekday().isPresent() ? "weekly" : "daily");
        fields.put("digestAt", schedule.at().toString());
        schedule.weekday().ifPresent(day -> fields.put("digestOn", day.name().toLowerCase(Locale.ROOT)));
        fields.put("digestZone", schedule.zone().getId());
        return fields;
    }
}
