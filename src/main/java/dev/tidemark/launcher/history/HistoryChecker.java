package dev.tidemark.launcher.history;

import dev.tidemark.launcher.history.Violation.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Checks a time range of a history. Reads only. */
public final class HistoryChecker {

    /** What is younger than this may still be in progress. */
    public static final Duration SETTLED = Duration.ofMinutes(60);

    private final Connection connection;
    private final Instant from;
    private final Instant to;
    private final List<Violation> violations = new ArrayList<>();

    private HistoryChecker(Connection connection, Instant from, Instant to) {
        this.connection = connection;
        this.from = from;
        this.to = to;
    }

    /** Checks what was planned or created from an instant (inclusive) to another; everything in it must have ended. */
    public static HistoryReport check(Connection connection, Instant from, Instant to, HistoryEvidence evidence)
            throws SQLException {
        return new HistoryChecker(connection, from, to).check(evidence);
    }

    private HistoryReport check(HistoryEvidence evidence) throws SQLException {
        int slots = checkSlots();
        report(Kind.DUPLICATE_SLOT, """
                SELECT probe || ' @ ' || location || ' at ' || planned_at FROM run
                WHERE planned_at BETWEEN ? AND ? GROUP BY probe, location, planned_at HAVING count(*) > 1""");
        report(Kind.UNFINISHED_RUN, """
                SELECT id || ' of ' || probe || ' @ ' || location || ', ' || state || ' since ' || state_since FROM run
                WHERE planned_at BETWEEN ? AND ? AND state <> 'ENDED'""");
        report(Kind.RESULT_WITHOUT_RUN, """
                SELECT DISTINCT s.run_id::text FROM sample s LEFT JOIN run r ON r.id = s.run_id AND r.planned_at = s.planned_at
                WHERE s.planned_at BETWEEN ? AND ? AND (r.id IS NULL OR r.state <> 'ENDED' OR r.started_at IS NULL)""");
        report(Kind.RESULT_WITHOUT_RUN, """
                SELECT DISTINCT m.run_id::text FROM measurement m LEFT JOIN run r ON r.id = m.run_id AND r.planned_at = m.planned_at
                WHERE m.planned_at BETWEEN ? AND ? AND (r.id IS NULL OR r.state <> 'ENDED')""");
        report(Kind.NOTIFIED_TWICE, """
                SELECT incident_id || ' number ' || number || ' to ' || recipient FROM notification
                WHERE created_at BETWEEN ? AND ? GROUP BY incident_id, number, recipient HAVING count(*) > 1""");
        report(Kind.NOT_DELIVERED, """
                SELECT id || ' to ' || recipient || coalesce(': ' || last_error, '') FROM notification
                WHERE created_at BETWEEN ? AND ? AND delivered_at IS NULL AND NOT deferred""");
        checkEvidence(evidence);
        return new HistoryReport(
                from,
                to,
                count("SELECT count(*) FROM node WHERE last_seen BETWEEN ? AND ? AND stopped_at IS NULL"
                        + " AND last_seen < (SELECT max(last_seen) FROM node) - interval '20 s'"),
                count("SELECT count(*) FROM node n WHERE started_at BETWEEN ? AND ? AND EXISTS"
                        + " (SELECT 1 FROM node e WHERE e.location = n.location AND e.started_at < n.started_at)"),
                slots,
                count("SELECT count(*) FROM notification WHERE created_at BETWEEN ? AND ?"),
                violations);
    }

    private int checkSlots() throws SQLException {
        int slots = 0;
        for (PlannedSlots one : PlannedSlots.read(connection)) {
            Set<Instant> present = runsOf(one);
            for (Instant at : one.between(from, to)) {
                slots++;
                if (!present.contains(at)) {
                    add(Kind.MISSING_SLOT, one.probe() + " @ " + one.location() + " at " + at);
                }
            }
        }
        return slots;
    }

    private Set<Instant> runsOf(PlannedSlots slots) throws SQLException {
        Set<Instant> present = new HashSet<>();
        try (PreparedStatement query =
                inRange("SELECT planned_at FROM run WHERE planned_at BETWEEN ? AND ? AND probe = ? AND location = ?")) {
            query.setString(3, slots.probe());
            query.setString(4, slots.location());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    present.add(rows.getObject(1, OffsetDateTime.class).toInstant());
                }
            }
        }
        return present;
    }

    private void checkEvidence(HistoryEvidence evidence) throws SQLException {
        Map<UUID, String> logged = new HashMap<>();
        for (HistoryEvidence.LoggedRun one : evidence.journal()) {
            if (isInRange(one.run()) && logged.put(one.run(), one.outcome()) != null) {
                add(Kind.RECORDED_TWICE, "run " + one.run());
            }
        }
        for (Map.Entry<UUID, String> one : logged.entrySet()) {
            String stored = text("SELECT outcome FROM run WHERE id = ?", one.getKey());
            if (stored == null) {
                add(Kind.LOGGED_RESULT_LOST, "run " + one.getKey());
            } else if (!stored.equals(one.getValue())) {
                add(Kind.LOGGED_RESULT_CHANGED, "run " + one.getKey() + ": " + one.getValue() + ", stored " + stored);
            }
        }
        for (UUID run : evidence.acknowledgedRuns()) {
            if (text("SELECT state FROM run WHERE id = ?", run) == null) {
                add(Kind.ACKNOWLEDGED_WRITE_LOST, "run " + run);
            }
        }
        for (String probe : evidence.acknowledgedProbes()) {
            if (text("SELECT 'stored' FROM probe WHERE slug = ?", probe) == null) {
                add(Kind.ACKNOWLEDGED_WRITE_LOST, "probe " + probe);
            }
        }
        Set<String> messages = new HashSet<>();
        evidence.messages().stream()
                .filter(id -> !messages.add(id))
                .forEach(id -> add(Kind.NOTIFIED_TWICE, "e-mail " + id));
    }

    /** The id of a run starts with its planned time. */
    private boolean isInRange(UUID run) {
        Instant planned = Instant.ofEpochMilli(run.getMostSignificantBits() >>> Short.SIZE);
        return !planned.isBefore(from) && !planned.isAfter(to);
    }

    private void report(Kind kind, String sql) throws SQLException {
        try (PreparedStatement query = inRange(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                add(kind, rows.getString(1));
            }
        }
    }

    private int count(String sql) throws SQLException {
        try (PreparedStatement query = inRange(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private PreparedStatement inRange(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setObject(1, from.atOffset(ZoneOffset.UTC));
        query.setObject(2, to.atOffset(ZoneOffset.UTC));
        return query;
    }

    private String text(String sql, Object key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, key);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private void add(Kind kind, String subject) {
        violations.add(new Violation(kind, subject));
    }
}
