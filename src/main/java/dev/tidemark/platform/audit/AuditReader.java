package dev.tidemark.platform.audit;

import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the audit log, newest first. */
@ApplicationScoped
public class AuditReader {

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    protected AuditReader() {}

    AuditReader(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The page of entries older than one.
     *
     * @param last its ID; empty for the first page
     */
    @Transactional
    public Page<AuditEntry> pageAfter(AuditQuery query, Optional<Long> last, int size) {
        List<AuditEntry> found = found(query, "e.id < :id", "DESC", last.orElse(Long.MAX_VALUE), size + 1);
        return Page.after(last.map(String::valueOf), found, size, AuditEntry::cursor);
    }

    /** The page of entries newer than one; the first page if there are fewer than the page size. */
    @Transactional
    public Page<AuditEntry> pageBefore(AuditQuery query, long first, int size) {
        List<AuditEntry> found = found(query, "e.id > :id", "ASC", first, size + 1);
        return found.size() > size
                ? Page.before(found, size, AuditEntry::cursor)
                : pageAfter(query, Optional.empty(), size);
    }

    private List<AuditEntry> found(AuditQuery query, String position, String order, long id, int limit) {
        List<String> conditions = new ArrayList<>(List.of(position));
        Map<String, Object> values = new LinkedHashMap<>(Map.of("id", id));
        query.from().ifPresent(at -> add(conditions, values, "e.at >= :from", "from", at.atOffset(ZoneOffset.UTC)));
        query.to().ifPresent(at -> add(conditions, values, "e.at < :to", "to", at.atOffset(ZoneOffset.UTC)));
        query.actor().ifPresent(name -> add(conditions, values, "e.actor = :actor", "actor", name));
        query.objectType().ifPresent(type -> add(conditions, values, "e.objectType = :type", "type", type));
        query.objectId().ifPresent(name -> add(conditions, values, "e.objectId = :object", "object", name));
        query.action().ifPresent(verb -> add(conditions, values, "e.action = :action", "action", verb));
        query.result().ifPresent(result -> add(conditions, values, "e.result = :result", "result", result));
        TypedQuery<AuditEntryEntity> select = entities.createQuery(
                "SELECT e FROM AuditEntryEntity e WHERE " + String.join(" AND ", conditions) + " ORDER BY e.id "
                        + order,
                AuditEntryEntity.class);
        values.forEach(select::setParameter);
        return select.setMaxResults(limit)
                .getResultStream()
                .map(AuditEntryEntity::entry)
                .toList();
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }
}
