package dev.tidemark.storage.marker;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stores annotations. Each write is its own transaction. */
@ApplicationScoped
public class Markers {

    /** Scripts often add the annotation after the deploy, so that a run shortly before it has already loaded the new version. */
    public static final Duration LATE_ANNOTATION = Duration.ofSeconds(15);

    static final int MAX_MARKERS = 500;

    private static final String AUDITED_AS = "annotation";

    /** A deploy within this time may be the cause of a change. */
    private static final Duration RECENT = Duration.ofHours(6);

    private static final String LIST = """
            SELECT m FROM MarkerEntity m
            WHERE (:probe = '' OR m.probeId = :probe OR m.tag IN :tags OR (m.probeId IS NULL AND m.tag IS NULL))
            AND m.kind IN :kinds AND m.at >= :from AND m.at < :to AND (m.at < :at OR (m.at = :at AND m.id < :id))
            ORDER BY m.at DESC, m.id DESC""";
    private static final String NEWER_THAN = """
            SELECT m FROM MarkerEntity m WHERE m.kind IN :kinds AND (m.at > :at OR (m.at = :at AND m.id > :id))
            ORDER BY m.at ASC, m.id ASC""";
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    private static final UUID MAX_ID = new UUID(-1, -1);

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    protected Markers() {}

    /** Without a container: the given entity manager and its transaction. */
    Markers(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public void add(Marker marker) {
        entities.persist(new MarkerEntity(marker));
        AuditLog.record(entities, AuditChange.created(AUDITED_AS, cursor(marker), document(marker)));
    }

    /** Deletes an annotation; false if there is none. */
    @Transactional
    public boolean delete(UUID id) {
        Optional<MarkerEntity> row =
                Optional.ofNullable(entities.find(MarkerEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
        row.ifPresent(it -> {
            entities.remove(it);
            AuditLog.record(entities, AuditChange.deleted(AUDITED_AS, id.toString(), document(it.marker())));
        });
        return row.isPresent();
    }

    private static Map<String, Object> document(Marker marker) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", marker.kind().label());
        document.put("at", marker.at().toString());
        marker.probe().ifPresent(probe -> document.put("probe", probe.slug()));
        marker.tag().ifPresent(tag -> document.put("tag", tag));
        document.put("title", marker.title());
        marker.link().ifPresent(link -> document.put("link", link));
        document.put("by", marker.by());
        return document;
    }

    public Optional<Marker> find(UUID id) {
        return Optional.ofNullable(entities.find(MarkerEntity.class, id)).map(MarkerEntity::marker);
    }

    /**
     * The annotations of a probe with these tags in the interval, oldest first, at most the 500 newest: its own, those of its
     * tags, and those of all probes.
     */
    public List<Marker> of(ProbeId probe, List<String> tags, Interval interval) {
        List<Marker> found = new ArrayList<>(list(MarkerQuery.of(probe, tags).within(interval)));
        Collections.reverse(found);
        return found;
    }

    /** The latest deploy of a probe with these tags before that instant. */
    public Optional<Marker> lastDeploy(ProbeId probe, List<String> tags, Instant before) {
        return list(MarkerQuery.of(probe, tags).before(before, Marker.Kind.DEPLOY)).stream()
                .findFirst();
    }

    /** The latest deploy in the six hours before that instant. */
    public Optional<Marker> recentDeploy(ProbeId probe, List<String> tags, Instant before) {
        return lastDeploy(probe, tags, before).filter(deploy -> !deploy.at().isBefore(before.minus(RECENT)));
    }

    /**
     * The page of annotations older than a given one.
     *
     * @param last empty, or the ID of a deleted annotation, for the first page
     */
    public Page<Marker> pageAfter(Optional<UUID> last, Optional<Marker.Kind> kind, int size) {
        List<Marker> found = list(MarkerQuery.newest(size + 1).of(kind).after(last));
        return Page.after(last.flatMap(this::find).map(Markers::cursor), found, size, Markers::cursor);
    }

    /** The page of annotations newer than a given one; the first page if there are fewer than the page size. */
    public Page<Marker> pageBefore(UUID first, Optional<Marker.Kind> kind, int size) {
        List<Marker> found =
                find(first).map(one -> pageBefore(one, kind, size + 1)).orElse(List.of());
        return found.size() > size
                ? Page.before(found, size, Markers::cursor)
                : pageAfter(Optional.empty(), kind, size);
    }

    private static String cursor(Marker marker) {
        return marker.id().toString();
    }

    private List<Marker> pageBefore(Marker first, Optional<Marker.Kind> kind, int limit) {
        return entities.createQuery(NEWER_THAN, MarkerEntity.class)
                .setParameter("kinds", kind.map(List::of).orElse(List.of(Marker.Kind.values())))
                .setParameter("at", MarkerEntity.utc(first.at()))
                .setParameter("id", first.id())
                .setMaxResults(limit)
                .getResultStream()
                .map(MarkerEntity::marker)
                .toList();
    }

    /** Newest first. */
    public List<Marker> list(MarkerQuery query) {
        Optional<Marker> last = query.cursor().flatMap(this::find);
        return entities.createQuery(LIST, MarkerEntity.class)
                .setParameter("probe", query.probe().map(ProbeId::slug).orElse(""))
                .setParameter("tags", query.tags().isEmpty() ? List.of("") : query.tags())
                .setParameter("kinds", query.kind().map(List::of).orElse(List.of(Marker.Kind.values())))
                .setParameter("from", MarkerEntity.utc(query.from().orElse(EARLIEST)))
                .setParameter("to", MarkerEntity.utc(query.to().orElse(LATEST)))
                .setParameter("at", MarkerEntity.utc(last.map(Marker::at).orElse(LATEST)))
                .setParameter("id", last.map(Marker::id).orElse(MAX_ID))
                .setMaxResults(Math.min(query.limit(), MAX_MARKERS))
                .getResultStream()
                .map(MarkerEntity::marker)
                .toList();
    }

    /** Adds an annotation unless another node has added the same one. */
    @Transactional
    public void addOnce(Marker marker) {
        entities.createNativeQuery("INSERT INTO marker (id, kind, at, probe_id, title, created_by)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING")
                .setParameter(1, marker.id())
                .setParameter(2, marker.kind().name())
                .setParameter(3, MarkerEntity.utc(marker.at()))
                .setParameter(4, marker.probe().map(ProbeId::slug).orElse(null))
                .setParameter(5, marker.title())
                .setParameter(6, marker.by())
                .executeUpdate();
    }
}
