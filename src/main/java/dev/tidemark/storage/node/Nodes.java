package dev.tidemark.storage.node;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nodes and their heartbeats. */
@ApplicationScoped
public class Nodes {

    /** A node without a heartbeat for this long counts as failed. */
    public static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    /** The name of Quartz's scheduler is this and the location. */
    private static final String SCHEDULER_PREFIX = "tidemark-";

    private static final Duration RETENTION = Duration.ofDays(30);

    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    @Inject
    public Nodes(Clock clock) {
        this.clock = clock;
    }

    /** Without a container: the given entity manager and its transaction. */
    Nodes(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Registers a node, or records that it is alive. */
    @Transactional
    public void heartbeat(String name, LocationName location, String version, Instant startedAt) {
        SqlStatement.of(entities, """
                        INSERT INTO node (name, location, version, started_at, last_seen) VALUES (?1, ?2, ?3, ?4, ?5)
                        ON CONFLICT (name) DO UPDATE SET location = excluded.location, version = excluded.version,
                            started_at = excluded.started_at, last_seen = excluded.last_seen, stopped_at = NULL""", name, location.name(), version, startedAt, clock.instant())
                .executeUpdate();
    }

    /** Records the orderly shutdown of a node. */
    @Transactional
    public void stopped(String name) {
        SqlStatement.of(entities, "UPDATE node SET stopped_at = ?2 WHERE name = ?1", name, clock.instant())
                .executeUpdate();
    }

    /** All nodes of the last 30 days, by location and start. */
    public List<Node> all() {
        Instant since = clock.instant().minus(RETENTION);
        return SqlStatement.rows(entities, """
                        SELECT name, location, version, started_at, last_seen, stopped_at FROM node WHERE last_seen > ?1
                        ORDER BY location, started_at, name LIMIT 10000""", since).stream().map(Nodes::node).toList();
    }

    public Optional<Node> find(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The node of a location that was alive last; empty if the location never had one. */
    public Optional<Node> lastOf(LocationName location) {
        return all().stream().filter(one -> one.location().equals(location)).max(Comparator.comparing(Node::lastSeen));
    }

    @Transactional
    public void deleteOld() {
        SqlStatement.of(
                        entities,
                        "DELETE FROM node WHERE last_seen < ?1",
                        clock.instant().minus(RETENTION))
                .executeUpdate();
    }

    /**
     * The locations with a living node. The check-ins of Quartz count too: nodes of earlier versions have no heartbeat.
     */
    public Set<LocationName> attended() {
        Instant now = clock.instant();
        List<?> schedulers = SqlStatement.of(
                        entities,
                        "SELECT DISTINCT sched_name FROM qrtz_scheduler_state WHERE last_checkin_time > ?1",
                        now.minus(DEAD_AFTER).toEpochMilli())
                .getResultList();
        Stream<LocationName> checkedIn = schedulers.stream()
                .map(name -> new LocationName(String.valueOf(name).substring(SCHEDULER_PREFIX.length())));
        return Stream.concat(all().stream().filter(one -> one.isAlive(now)).map(Node::location), checkedIn)
                .collect(Collectors.toSet());
    }

    /**
     * Removes the triggers of locations without a living node, as no node of theirs removes those of probes that were changed
     * meanwhile.
     *
     * @param attended these locations are not touched
     * @param wanted the probes of each location whose triggers stay
     */
    @Transactional
    public void unschedule(Set<LocationName> attended, Map<LocationName, Set<ProbeId>> wanted) {
        String schedulers = attended.stream().map(Nodes::scheduler).collect(Collectors.joining(" "));
        String triggers = wanted.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(probe -> scheduler(one.getKey()) + "/" + probe.slug()))
                .collect(Collectors.joining(" "));
        SqlStatement.of(entities, """
                        DELETE FROM qrtz_triggers WHERE trigger_group = 'slots'
                        AND sched_name <> ALL (string_to_array(CAST(?1 AS text), ' '))
                        AND sched_name || '/' || trigger_name <> ALL (string_to_array(CAST(?2 AS text), ' '))""", schedulers, triggers).executeUpdate();
    }

    private static String scheduler(LocationName location) {
        return SCHEDULER_PREFIX + location.name();
    }

    private static Node node(Object[] row) {
        return new Node(
                (String) row[0],
                new LocationName((String) row[1]),
                (String) row[2],
                ((Timestamp) row[3]).toInstant(),
                ((Timestamp) row[4]).toInstant(),
                Optional.ofNullable((Timestamp) row[5]).map(Timestamp::toInstant));
    }
}
