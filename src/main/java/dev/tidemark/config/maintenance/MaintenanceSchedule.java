package dev.tidemark.config.maintenance;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Stores maintenance windows. */
@ApplicationScoped
public class MaintenanceSchedule {

    private static final int MAX_WINDOWS = 500;
    private static final String AUDITED_AS = "maintenance-window";

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    @Inject
    public MaintenanceSchedule(Clock clock) {
        this.clock = clock;
    }

    MaintenanceSchedule(Clock clock, EntityManager database) {
        this(clock);
        this.database = database;
    }

    /** Whether a probe with these tags is in maintenance at that time. */
    @Transactional
    public boolean isInMaintenance(ProbeId probe, Collection<String> tags, Instant at) {
        return activeWindow(probe, tags, at).isPresent();
    }

    /** The active window of the probe; the first one by ID if there are several. */
    @Transactional
    public Optional<MaintenanceWindow> activeWindow(ProbeId probe, Collection<String> tags, Instant at) {
        return all().stream().filter(window -> window.covers(probe, tags, at)).findFirst();
    }

    /** All occurrences of windows that overlap the interval, by start time; for charts. */
    @Transactional
    public List<WindowOccurrence> windows(Interval interval) {
        return all().stream()
                .flatMap(window ->
                        window.recurrence().within(interval).stream().map(time -> new WindowOccurrence(window, time)))
                .sorted(Comparator.comparing(planned -> planned.interval().from()))
                .limit(Recurrence.MAX_OCCURRENCES)
                .toList();
    }

    /** The occurrences of {@link #windows(Interval)} that apply to a probe with these tags. */
    @Transactional
    public List<WindowOccurrence> windows(ProbeId probe, Collection<String> tags, Interval interval) {
        return windows(interval).stream()
                .filter(planned -> planned.window().scope().covers(probe, tags))
                .toList();
    }

    /** All windows, by ID. */
    @Transactional
    public List<MaintenanceWindow> all() {
        return database
                .createQuery("SELECT w FROM MaintenanceWindowEntity w ORDER BY w.id", MaintenanceWindowEntity.class)
                .setMaxResults(MAX_WINDOWS)
                .getResultList()
                .stream()
                .map(MaintenanceWindowEntity::toRecord)
                .toList();
    }

    @Transactional
    public Optional<MaintenanceWindow> find(String id) {
        return Optional.ofNullable(database.find(MaintenanceWindowEntity.class, id))
                .map(MaintenanceWindowEntity::toRecord);
    }

    /** Adds a window; false if the ID is in use. */
    @Transactional
    public boolean add(MaintenanceWindow window, String by) {
        if (database.find(MaintenanceWindowEntity.class, window.id()) != null) {
            return false;
        }
        database.persist(new MaintenanceWindowEntity(window, by, clock.instant()));
        AuditLog.record(database, AuditChange.created(AUDITED_AS, window.id(), MaintenanceWindowWriter.fields(window)));
        return true;
    }

    /**
     * Replaces a window; runs that are flagged already stay flagged. False if there is no such window.
     *
     * @param check throws an exception if the stored window must not be changed
     */
    @Transactional
    public boolean replace(MaintenanceWindow window, String by, Consumer<MaintenanceWindow> check) {
        Optional<MaintenanceWindowEntity> row = locked(window.id(), check);
        row.ifPresent(it -> {
            Map<String, Object> before = MaintenanceWindowWriter.fields(it.toRecord());
            it.update(window, by, clock.instant());
            Map<String, Object> after = MaintenanceWindowWriter.fields(window);
            AuditLog.record(database, AuditChange.updated(AUDITED_AS, window.id(), before, after));
        });
        return row.isPresent();
    }

    /**
     * Removes a window. False if there is no such window.
     *
     * @param check throws an exception if the stored window must not be changed
     */
    @Transactional
    public boolean remove(String id, Consumer<MaintenanceWindow> check) {
        Optional<MaintenanceWindowEntity> row = locked(id, check);
        row.ifPresent(it -> {
            database.remove(it);
            AuditLog.record(
                    database, AuditChange.deleted(AUDITED_AS, id, MaintenanceWindowWriter.fields(it.toRecord())));
        });
        return row.isPresent();
    }

    @Transactional
    public boolean replace(MaintenanceWindow window, String by) {
        return replace(window, by, stored -> {});
    }

    @Transactional
    public boolean remove(String id) {
        return remove(id, stored -> {});
    }

    private Optional<MaintenanceWindowEntity> locked(String id, Consumer<MaintenanceWindow> check) {
        Optional<MaintenanceWindowEntity> row =
                Optional.ofNullable(database.find(MaintenanceWindowEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
        row.map(MaintenanceWindowEntity::toRecord).ifPresent(check);
        return row;
    }
}
