package dev.tidemark.config.maintenance;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stores maintenance windows. */
@ApplicationScoped
public class MaintenanceSchedule {

    private static final int MAX_WINDOWS = 500;

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

    /** The window that it is in, the first by id when several are open. */
    @Transactional
    public Optional<MaintenanceWindow> activeWindow(ProbeId probe, Collection<String> tags, Instant at) {
        return all().stream().filter(window -> window.covers(probe, tags, at)).findFirst();
    }

    /** All windows' times that overlap the span, in order of their beginning: for charts. */
    @Transactional
    public List<WindowOccurrence> windows(Interval interval) {
        return all().stream()
                .flatMap(window ->
                        window.recurrence().within(interval).stream().map(time -> new WindowOccurrence(window, time)))
                .sorted(Comparator.comparing(planned -> planned.interval().from()))
                .limit(Recurrence.MAX_OCCURRENCES)
                .toList();
    }

    /** Those among {@link #windows} that a probe with these tags is in. */
    @Transactional
    public List<WindowOccurrence> windows(ProbeId probe, Collection<String> tags, Interval interval) {
        return windows(interval).stream()
                .filter(planned -> planned.window().scope().covers(probe, tags))
                .toList();
    }

    /** By id. */
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

    /** A new window; false when the id is taken. */
    @Transactional
    public boolean add(MaintenanceWindow window, String by) {
        if (database.find(MaintenanceWindowEntity.class, window.id()) != null) {
            return false;
        }
        database.persist(new MaintenanceWindowEntity(window, by, clock.instant()));
        return true;
    }

    /** Changes a window from now on; what happened stays marked as it was. False when there is none. */
    @Transactional
    public boolean replace(MaintenanceWindow window, String by) {
        Optional<MaintenanceWindowEntity> row =
                Optional.ofNullable(database.find(MaintenanceWindowEntity.class, window.id()));
        row.ifPresent(it -> it.update(window, by, clock.instant()));
        return row.isPresent();
    }

    @Transactional
    public boolean remove(String id) {
        Optional<MaintenanceWindowEntity> row = Optional.ofNullable(database.find(MaintenanceWindowEntity.class, id));
        row.ifPresent(database::remove);
        return row.isPresent();
    }
}
