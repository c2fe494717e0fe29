package dev.tidemark.audience;

import dev.tidemark.maintenance.WindowWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a list as {@link ListReader} reads it. */
final class ListWriter {

    private ListWriter() {}

    static Map<String, Object> fields(RecipientList list) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", list.id());
        fields.put("name", list.name());
        fields.put("members", list.members());
        list.quiet().ifPresent(hours -> fields.put("quiet", WindowWriter.fields(hours)));
        list.remindEvery().ifPresent(span -> fields.put("remindEvery", span.toString()));
        list.escalation().ifPresent(it -> {
            fields.put("escalateAfter", it.after().toString());
            fields.put("escalateTo", it.to());
        });
        list.digest().ifPresent(plan -> fields.putAll(digest(plan)));
        return fields;
    }

    private static Map<String, Object> digest(DigestPlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("digest", plan.weekday().isPresent() ? "weekly" : "daily");
        fields.put("digestAt", plan.at().toString());
        plan.weekday().ifPresent(day -> fields.put("digestOn", day.name().toLowerCase(Locale.ROOT)));
        fields.put("digestZone", plan.zone().getId());
        return fields;
    }
}
