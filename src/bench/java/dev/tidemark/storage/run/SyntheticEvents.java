package dev.tidemark.storage.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Events around the synthetic runs: deploys as annotations, outages and slow periods as incidents with their log. */
record SyntheticEvents(String url, String user, String password) {
    private static final double LIMIT = 2_500;

    void write(int probes, Instant begin, Instant end) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < probes; i++) {
                write(connection, i, new SyntheticPage(i), begin, end);
            }
            log(connection);
            connection.commit();
        }
    }

    private static void write(Connection connection, int i, SyntheticPage page, Instant begin, Instant end)
            throws SQLException {
        int number = 1;
        for (Instant deploy : page.deploys(begin, end)) {
            marker(connection, FillCommand.name(i), "v1." + number++, deploy);
        }
        for (SyntheticPage.Stretch outage : page.outages(begin, end)) {
            incident(
                    connection,
                    i,
                    "AVAILABILITY",
                    "timeout: ttfb: the time limit was reached (2 runs in a row)",
                    outage,
                    end);
        }
        for (SyntheticPage.Stretch slow : page.tooSlow(LIMIT, begin, end)) {
            incident(connection, i, "BUDGET", "LCP 2.70 s > 2.50 s (2 of 3 runs)", slow, end);
        }
    }

    private static void marker(Connection connection, String probe, String title, Instant at) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO marker (id, kind, at, probe_id, title, link, created_by)"
                        + " VALUES (?, 'DEPLOY', ?, ?, ?, 'https://ci.example/' || ?, 'ci')")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, probe);
            insert.setString(4, title);
            insert.setString(5, title);
            insert.executeUpdate();
        }
    }

    /** Opened by the first run in the period. */
    private static void incident(
            Connection connection, int i, String concern, String headline, SyntheticPage.Stretch stretch, Instant end)
            throws SQLException {
        boolean open = stretch.to().isAfter(end);
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO incident (id, probe_id, probe_name, location, incident_type, state, worst_state, headline, change_count, opened_at,
                    opened_by_run, resolved_at)
                SELECT ?, probe, ?, location, ?, ?, 'FAILING', ?, 1, finished_at, id, ? FROM run
                WHERE probe = ? AND planned_at >= ? ORDER BY planned_at LIMIT 1 ON CONFLICT DO NOTHING""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, "Demo page " + (i + 1));
            insert.setString(3, concern);
            insert.setString(4, open ? "FAILING" : "PASSING");
            insert.setString(5, headline);
            insert.setTimestamp(6, open ? null : Timestamp.from(stretch.to()));
            insert.setString(7, FillCommand.name(i));
            insert.setTimestamp(8, Timestamp.from(stretch.from()));
            insert.executeUpdate();
        }
    }

    /** Current state of each probe and its incidents. */
    private static void log(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO probe_state (probe_id, location, incident_type, state, since, consecutive_bad, consecutive_good, last_planned_at,
                        limits_over_budget)
                    SELECT s.probe, s.location, c.incident_type, coalesce(max(i.state), 'PASSING'), coalesce(max(i.opened_at), now()), 0, 1, now(), ''
                    FROM series s CROSS JOIN (VALUES ('AVAILABILITY'), ('BUDGET')) AS c (incident_type)
                    LEFT JOIN incident i ON i.probe_id = s.probe AND i.location = s.location AND i.incident_type = c.incident_type
                        AND i.resolved_at IS NULL
                    WHERE s.probe LIKE 'demo-%' GROUP BY s.probe, s.location, c.incident_type ON CONFLICT DO NOTHING""");
            statement.execute("""
                    INSERT INTO run_evaluation (run_id, probe_id, location, planned_at, evaluated_at, lines)
                    SELECT id, probe, location, planned_at, finished_at, 'Availability: ' || lower(outcome) || ' (sample data)'
                    FROM run WHERE outcome <> 'OK' AND probe LIKE 'demo-%' ON CONFLICT DO NOTHING""");
        }
    }
}
