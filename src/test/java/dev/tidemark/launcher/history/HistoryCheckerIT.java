package dev.tidemark.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.launcher.history.HistoryEvidence.LoggedRun;
import dev.tidemark.launcher.history.Violation.Kind;
import dev.tidemark.model.result.RunId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each kind of violation is made in an intact history of ten slots, and must be the only one that is found. */
class HistoryCheckerIT {

    private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-01T12:10:00Z");
    private static final UUID INCIDENT = UUID.randomUUID();

    private Connection connection;
    private UUID third;

    @BeforeEach
    void fill() throws SQLException {
        connection = TestDatabase.fresh().connect();
        execute("INSERT INTO probe (slug, definition, version, changed_at) VALUES ('shop', '{}', 1, now())");
        execute("""
                INSERT INTO qrtz_job_details VALUES ('tidemark-default', 'shop', 'slots', '', 'x', false, false, false, true)""");
        try (PreparedStatement trigger = connection.prepareStatement("""
                INSERT INTO qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, trigger_state,
                    trigger_type, start_time, job_data)
                VALUES ('tidemark-default', 'shop', 'slots', 'shop', 'slots', 'WAITING', 'SLOT', 0, ?)""")) {
            // 2^30 is half of the interval: the slots are at half past each minute.
            trigger.setBytes(1, "every=PT1M\nseed=1073741824\n".getBytes(StandardCharsets.ISO_8859_1));
            trigger.execute();
        }
        for (int minute = 0; minute < 10; minute++) {
            UUID run = insertRun(FROM.plusSeconds(60L * minute + 30));
            third = minute == 2 ? run : third;
        }
        insertNotification(1, true);
        insertNotification(2, true);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private UUID insertRun(Instant planned) throws SQLException {
        UUID run = RunId.newAt(planned).value();
        execute("""
                INSERT INTO run (id, probe, location, planned_at, requested, state, state_since, attempt, started_at, finished_at,
                    outcome, fault, detail)
                VALUES ('%s', 'shop', 'default', '%s', false, 'ENDED', now(), 1, now(), now(), 'OK', 'NONE', '')""".formatted(run, planned));
        return run;
    }

    private void insertNotification(int number, boolean delivered) throws SQLException {
        execute("""
                INSERT INTO notification (id, incident_id, number, recipient, channel, kind, probe_id, probe_name, url, location,
                    run_id, occurred_at, headline, lines, created_at, next_attempt_at, attempts, delivered_at, deferred)
                VALUES ('%s', '%s', %d, 'ops@example.org', 'MAIL', 'FAILING', 'shop', 'Shop', '', 'default', '%s', now(), '', '',
                    '%s', now(), 1, %s, false)""".formatted(
                        UUID.randomUUID(), INCIDENT, number, third, FROM.plusSeconds(5), delivered ? "now()" : "NULL"));
    }

    private void insertSample(UUID run) throws SQLException {
        execute("""
                INSERT INTO sample (run_id, planned_at, n, started_at, duration_ms, outcome, detail, warnings, details)
                VALUES ('%s', '%s', 1, now(), 5, 'OK', '', '', '')""".formatted(run, FROM.plusSeconds(150)));
    }

    private void dropUniqueConstraints(String table) throws SQLException {
        execute("""
                DO $$ DECLARE name text; BEGIN
                FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = '%1$s'::regclass AND contype = 'u' LOOP
                    EXECUTE 'ALTER TABLE %1$s DROP CONSTRAINT ' || quote_ident(name);
                END LOOP; END $$""".formatted(table));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HistoryReport check(HistoryEvidence evidence) throws SQLException {
        return HistoryChecker.check(connection, FROM, TO, evidence);
    }

    private void assertOnly(Kind kind) throws SQLException {
        assertOnly(kind, HistoryEvidence.none());
    }

    private void assertOnly(Kind kind, HistoryEvidence evidence) throws SQLException {
        HistoryReport report = check(evidence);

        assertThat(report.violations()).as(report.text()).hasSize(1).allMatch(one -> one.kind() == kind);
        assertThat(report.text()).contains("1 violations");
    }

    private static HistoryEvidence journal(LoggedRun... lines) {
        return new HistoryEvidence(List.of(lines), Set.of(), Set.of(), List.of());
    }

    @Nested
    class GivenAnIntactHistory {

        @Test
        void whenItIsChecked_thenNothingIsFound() throws SQLException {
            insertSample(third);
            HistoryReport report = check(new HistoryEvidence(
                    List.of(new LoggedRun(third, "OK")), Set.of(third), Set.of(), List.of("<a@b>", "<b@b>")));

            assertThat(report.violations()).as(report.text()).isEmpty();
            assertThat(report.slots()).isEqualTo(10);
            assertThat(report.notifications()).isEqualTo(2);
        }

        @Test
        void whenALogIsRead_thenItsRunsAreFound() {
            Stream<String> log = Stream.of(
                    "2026-03-01 12:00:30,001 INFO  [dev.tidemark.scheduling.quartz.SlotRunner] (Thread-1) shop @ default:"
                            + " HTTP_STATUS in 1.23 s, LCP -, run " + third,
                    "2026-03-01 12:00:31,001 INFO  [org.jboss.as] (Thread-1) Started");

            assertThat(HistoryEvidence.journal(log)).containsExactly(new LoggedRun(third, "HTTP_STATUS"));
        }
    }

    @Nested
    class GivenAViolation {

        @Test
        void whenASlotHasNoRun_thenItIsMissing() throws SQLException {
            execute("DELETE FROM run WHERE id = '" + third + "'");

            assertOnly(Kind.MISSING_SLOT);
        }

        @Test
        void whenASlotHasTwoRuns_thenItIsADuplicate() throws SQLException {
            dropUniqueConstraints("run");
            insertRun(FROM.plusSeconds(150));

            assertOnly(Kind.DUPLICATE_SLOT);
        }

        @Test
        void whenARunHasNotEnded_thenItIsUnfinished() throws SQLException {
            execute("UPDATE run SET state = 'RUNNING', outcome = NULL, fault = NULL, finished_at = NULL WHERE id = '"
                    + third + "'");

            assertOnly(Kind.UNFINISHED_RUN);
        }

        @Test
        void whenASampleHasNoRun_thenItIsWithoutRun() throws SQLException {
            insertSample(UUID.randomUUID());

            assertOnly(Kind.RESULT_WITHOUT_RUN);
        }

        @Test
        void whenASampleBelongsToARunThatNeverStarted_thenItIsWithoutRun() throws SQLException {
            insertSample(third);
            execute("UPDATE run SET started_at = NULL WHERE id = '" + third + "'");

            assertOnly(Kind.RESULT_WITHOUT_RUN);
        }

        @Test
        void whenAnAcknowledgedRunIsGone_thenItIsLost() throws SQLException {
            assertOnly(
                    Kind.ACKNOWLEDGED_WRITE_LOST,
                    new HistoryEvidence(List.of(), Set.of(UUID.randomUUID()), Set.of(), List.of()));
        }

        @Test
        void whenAnAcknowledgedProbeIsGone_thenItIsLost() throws SQLException {
            assertOnly(
                    Kind.ACKNOWLEDGED_WRITE_LOST, new HistoryEvidence(List.of(), Set.of(), Set.of("gone"), List.of()));
        }

        @Test
        void whenALoggedRunIsGone_thenItIsLost() throws SQLException {
            assertOnly(
                    Kind.LOGGED_RESULT_LOST,
                    journal(new LoggedRun(RunId.newAt(FROM.plusSeconds(30)).value(), "OK")));
        }

        @Test
        void whenALoggedRunHasAnotherOutcome_thenItWasChanged() throws SQLException {
            assertOnly(Kind.LOGGED_RESULT_CHANGED, journal(new LoggedRun(third, "TIMEOUT")));
        }

        @Test
        void whenTwoNodesLoggedARun_thenItWasRecordedTwice() throws SQLException {
            assertOnly(Kind.RECORDED_TWICE, journal(new LoggedRun(third, "OK"), new LoggedRun(third, "OK")));
        }

        @Test
        void whenATransitionHasTwoNotifications_thenItWasNotifiedTwice() throws SQLException {
            dropUniqueConstraints("notification");
            insertNotification(2, true);

            assertOnly(Kind.NOTIFIED_TWICE);
        }

        @Test
        void whenTheMailboxHasAMessageTwice_thenItWasNotifiedTwice() throws SQLException {
            assertOnly(
                    Kind.NOTIFIED_TWICE, new HistoryEvidence(List.of(), Set.of(), Set.of(), List.of("<a@b>", "<a@b>")));
        }

        @Test
        void whenANotificationIsQueued_thenItIsNotDelivered() throws SQLException {
            insertNotification(3, false);

            assertOnly(Kind.NOT_DELIVERED);
        }
    }
}
