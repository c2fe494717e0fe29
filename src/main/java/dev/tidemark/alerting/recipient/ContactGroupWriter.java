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
    public static Map<String, Object> masked(ContactGroup list) {
        Map<String, Object> fields = fields(list);
        fields.put("members", list.members().stream().map(MaskedRecipient::of).toList());
        return fields;
    }

    /** For storage. */
    static Map<String, Object> fields(ContactGroup list) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", list.id());
        fields.put("name", list.name());
        fields.put("members", list.members());
        list.quietHours().ifPresent(hours -> fields.put("quiet", MaintenanceWindowWriter.fields(hours)));
        list.remindEvery().ifPresent(span -> fields.put("remindEvery", span.toString()));
        list.escalation().ifPresent(it -> {
            fields.put("escalateAfter", it.after().toString());
            fields.put("escalateTo", it.to());
        });
        list.digest().ifPresent(plan -> fields.putAll(digest(plan)));
        return fields;
    }

    private static Map<String, Object> digest(DigestSchedule plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("digest", plan.weekday().isPresent() ? "weekly" : "daily");
        fields.put("digestAt", plan.at().toString());
        plan.weekday().ifPresent(day -> fields.put("digestOn", day.name().toLowerCase(Locale.ROOT)));
        fields.put("digestZone", plan.zone().getId());
        return fields;
    }
}
