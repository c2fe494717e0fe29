package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.ProbeId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The query of incidents for a filter. */
final class IncidentSearch {

    private static final String IN_EFFECT =
            "i.acknowledgedAt IS NOT NULL AND (i.acknowledgedUntil IS NULL OR i.acknowledgedUntil > :now)";
    private static final String TEXT =
            "(LOWER(i.headline) LIKE :text ESCAPE '!' OR LOWER(i.probeName) LIKE :text ESCAPE '!'"
                    + " OR i.probeId LIKE :text ESCAPE '!' OR i.location LIKE :text ESCAPE '!')";

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();

    private IncidentSearch(IncidentFilter filter, Instant now) {
        filter.open().ifPresent(open -> conditions.add("i.resolvedAt IS " + (open ? "NULL" : "NOT NULL")));
        filter.acknowledged().ifPresent(yes -> {
            add(
                    "i.resolvedAt IS NULL AND " + (yes ? "" : "NOT ") + "(" + IN_EFFECT + ")",
                    "now",
                    IncidentEntity.utc(now));
        });
        filter.probes().ifPresent(probes -> {
            if (probes.isEmpty()) {
                conditions.add("1 = 0");
            } else {
                add(
                        "i.probeId IN :probes",
                        "probes",
                        probes.stream().map(ProbeId::slug).toList());
            }
        });
        filter.from()
                .ifPresent(from ->
                        add("(i.resolvedAt IS NULL OR i.resolvedAt >= :from)", "from", IncidentEntity.utc(from)));
        filter.to().ifPresent(to -> add("i.openedAt < :to", "to", IncidentEntity.utc(to)));
        filter.text().ifPresent(text -> add(TEXT, "text", pattern(text)));
    }

    /** @param previous the last incident of the previous page */
    static TypedQuery<IncidentEntity> query(
            EntityManager database, IncidentFilter filter, Optional<Incident> previous, Instant now) {
        IncidentSearch search = new IncidentSearch(filter, now);
        previous.ifPresent(last -> {
            search.add(
                    "(i.openedAt < :at OR (i.openedAt = :at AND i.id < :id))",
                    "at",
                    IncidentEntity.utc(last.openedAt()));
            search.values.put("id", last.id());
        });
        TypedQuery<IncidentEntity> query = database.createQuery(
                "SELECT i FROM IncidentEntity i WHERE " + String.join(" AND ", search.conditions)
                        + " ORDER BY i.openedAt DESC, i.id DESC",
                IncidentEntity.class);
        search.values.forEach(query::setParameter);
        return query;
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
