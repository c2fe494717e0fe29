package dev.tidemark.audience;

import dev.tidemark.maintenance.WindowWriter;
import java.time.DayOfWeek;
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
        list.digest().ifPresent(plan -> fields.put("digest", digest(plan)));
        return fields;
    }

    private static Map<String, Object> digest(DigestPlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        plan.weekday().map(DayOfWeek::name).ifPresent(day -> fields.put("weekday", day.toLowerCase(Locale.ROOT)));
        fields.put("at", plan.at().toString());
        fields.put("zone", plan.zone().getId());
        return fields;
    }
}
