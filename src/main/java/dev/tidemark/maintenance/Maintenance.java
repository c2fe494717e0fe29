package dev.tidemark.maintenance;

import dev.tidemark.observation.ProbeId;
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

/** The door to maintenance windows. */
@ApplicationScoped
public class Maintenance {

    private static final int MOST = 500;

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    protected Maintenance() {
        this(null);
    }

    @Inject
    public Maintenance(Clock clock) {
        this.clock = clock;
    }

    Maintenance(Clock clock, EntityManager database) {
        this(clock);
        this.database = database;
    }

    /** Whether a probe with these tags is in maintenance at that time. */
    @Transactional
    public boolean covers(ProbeId probe, Collection<String> tags, Instant at) {
        return covering(probe, tags, at).isPresent();
    }

    /** The window that it is in, the first by id when several are open. */
    @Transactional
    public Optional<Window> covering(ProbeId probe, Collection<String> tags, Instant at) {
        return all().stream().filter(window -> window.covers(probe, tags, at)).findFirst();
    }

    /** All windows' times that overlap the span, in order of their beginning: for charts. */
    @Transactional
    public List<Planned> windows(Instant from, Instant to) {
        return all().stream()
                .flatMap(window ->
                        window.when().between(from, to).stream().map(interval -> new Planned(window, interval)))
                .sorted(Comparator.comparing(planned -> planned.interval().from()))
                .limit(Recurrence.MOST)
                .toList();
    }

    /** Those among {@link #windows} that a probe with these tags is in. */
    @Transactional
    public List<Planned> windows(ProbeId probe, Collection<String> tags, Instant from, Instant to) {
        return windows(from, to).stream()
                .filter(planned -> planned.window().scope().covers(probe, tags))
                .toList();
    }

    /** By id. */
    @Transactional
    public List<Window> all() {
        return database
                .createQuery("SELECT w FROM WindowEntity w ORDER BY w.id", WindowEntity.class)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(WindowEntity::toRecord)
                .toList();
    }

    @Transactional
    public Optional<Window> find(String id) {
        return Optional.ofNullable(database.find(WindowEntity.class, id)).map(WindowEntity::toRecord);
    }

    /** A new window; false when the id is taken. */
    @Transactional
    public boolean add(Window window, String by) {
        if (database.find(WindowEntity.class, window.id()) != null) {
            return false;
        }
        database.persist(new WindowEntity(window, by, clock.instant()));
        return true;
    }

    /** Changes a window from now on; what happened stays marked as it was. False when there is none. */
    @Transactional
    public boolean replace(Window window, String by) {
        Optional<WindowEntity> row = Optional.ofNullable(database.find(WindowEntity.class, window.id()));
        row.ifPresent(it -> it.become(window, by, clock.instant()));
        return row.isPresent();
    }

    @Transactional
    public boolean remove(String id) {
        Optional<WindowEntity> row = Optional.ofNullable(database.find(WindowEntity.class, id));
        row.ifPresent(database::remove);
        return row.isPresent();
    }
}
