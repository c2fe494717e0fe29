package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.incident.IncidentReaderFixture;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.crypto.DatabaseEncryption;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import dev.tidemark.storage.timeseries.ValueSummary;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quartz.Job;

/** A database of release 0.1.0 with rows in every table, after an upgrade. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaUpgradeIT {
    private static final String LAST_OF_RELEASE = "090";
    private static final Clock CLOCK = Clock.fixed(HistoryFixture.NOW, ZoneOffset.UTC);
    private static final RunId RUN = RunId.parse("019cd79e-4600-7000-8000-000000000001");
    private static final RunId LONG_AGO = RunId.parse("016f7300-5800-7000-8000-000000000001");
    private static final UUID INCIDENT = UUID.fromString("00000000-0000-4000-8000-000000000004");
    private static final ProbeId SHOP = new ProbeId("shop");

    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("probe_catalogue", "probe_catalog"),
            Map.entry("run_rest", "run_default"),
            Map.entry("sample_rest", "sample_default"),
            Map.entry("measurement_rest", "measurement_default"),
            Map.entry("evidence", "artifact"),
            Map.entry("evidence_rest", "artifact_default"),
            Map.entry("daily", "daily_summary"),
            Map.entry("daily_due", "daily_summary_due"),
            Map.entry("standing", "probe_state"),
            Map.entry("evaluation", "run_evaluation"),
            Map.entry("remark", "incident_note"),
            Map.entry("change", "change_point"),
            Map.entry("letter", "notification"),
            Map.entry("sheet", "rendered_mail"),
            Map.entry("sheet_picture", "rendered_mail_image"),
            Map.entry("recipient_list", "contact_group"));

    private TestDatabase database;
    private Map<String, String> before;
    private Map<String, String> afterMigration;
    private TestPersistence persistence;
    private TestEntities entities;

    @BeforeAll
    void upgrade() throws SQLException, IOException {
        database = TestDatabase.empty();
        migrate(LAST_OF_RELEASE);
        execute(resource("release-0.1.0.sql"));
        before = contents();
        migrate("latest");
        afterMigration = contents();
        new DatabaseEncryption(database.dataSource()).apply("test");
        persistence = TestPersistence.over(database);
        entities = new TestEntities(database);
    }

    @AfterAll
    void close() {
        persistence.close();
        entities.close();
    }

    @Nested
    class GivenTheTables {
        @Test
        void whenTheyAreCounted_thenTheReleaseHadRowsInEach() throws SQLException {
            List<String> neverUsed = List.of(
                    "qrtz_blob_triggers",
                    "qrtz_calendars",
                    "qrtz_cron_triggers",
                    "qrtz_fired_triggers",
                    "qrtz_paused_trigger_grps",
                    "qrtz_simprop_triggers");
            assertThat(before.entrySet())
                    .filteredOn(table -> table.getValue().startsWith("0 "))
                    .extracting(Map.Entry::getKey)
                    .filteredOn(table -> !table.matches(".*_\\d+"))
                    .containsExactlyInAnyOrderElementsOf(neverUsed);
        }

        @Test
        void whenTheyHaveNewNames_thenAllRowsAreThereUnchanged() throws SQLException {
            Map<String, String> expected = new TreeMap<>();
            before.forEach((table, rows) -> expected.put(newName(table), rows));
            Map<String, String> after = new TreeMap<>(afterMigration);
            after.keySet().retainAll(expected.keySet());
            for (String changed : List.of(
                    "account", "incident", "incident_note", "probe_state", "qrtz_job_details", "notification")) {
                assertThat(count(after.remove(changed))).isEqualTo(count(expected.remove(changed)));
            }
            for (String extended : List.copyOf(after.keySet())) {
                if (extended.matches("metric|measurement.*|daily_summary_due|run_(?:\\d+|default)")) {
                    assertThat(count(after.remove(extended))).isGreaterThanOrEqualTo(count(expected.remove(extended)));
                }
            }
            assertThat(after).isEqualTo(expected);
        }

        @Test
        void whenUptimeIsRead_thenItHasTheOutcomesOfEarlierRuns() throws SQLException {
            String rows = """
                    SELECT CAST((SELECT count(*) FROM run
                        WHERE state = 'ENDED' AND maintenance IS NULL AND (outcome = 'OK' OR fault = 'TARGET')) AS text)
                    UNION ALL SELECT CAST(count(*) AS text) FROM measurement m JOIN metric c ON c.id = m.metric_id WHERE c.code = 'UPTIME'
                    UNION ALL SELECT CAST(count(*) AS text) FROM measurement m JOIN metric c ON c.id = m.metric_id WHERE c.code = 'ERRORS'""";
            List<String> counts = column(rows);

            assertThat(counts).hasSize(3).doesNotContain("0");
            assertThat(counts.get(1)).isEqualTo(counts.get(0)).isEqualTo(counts.get(2));
        }

        @Test
        void whenIndexesAndConstraintsAreListed_thenNoneHasAnOldName() throws SQLException {
            assertThat(column("""
                                    SELECT name FROM (
                                        SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
                                        UNION SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                                        UNION SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                                        UNION SELECT attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
                                            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')) AS names
                                    WHERE name ~ '^(evidence|standing|evaluation|remark|letter|sheet|recipient_list|history|probe_catalogue)'
                                        OR name ~ '^(change|daily)_(?!point|summary|count)'
                                        OR name ~ '(_rest|_concern|_tone|_medium|_of_(probe|incident|job|instance)|told_with|dead_at)'""")).isEmpty();
        }

        @Test
        void whenEveryEntityIsRead_thenItsRowsCanBeMapped() {
            for (EntityType<?> type : persistence.factory().getMetamodel().getEntities()) {
                Table table = type.getJavaType().getAnnotation(Table.class);
                if (table != null && isAdded(table.name())) {
                    continue;
                }
                List<?> rows = persistence.inTransaction(
                        manager -> manager.createQuery("SELECT e FROM " + type.getName() + " e", type.getJavaType())
                                .getResultList());
                assertThat(rows).as(type.getName()).isNotEmpty();
            }
        }
    }

    @Nested
    class GivenSecretsInPlainText {
        @Test
        void whenTheServerHasStarted_thenTheyAreEncrypted() throws SQLException {
            assertThat(column("SELECT definition FROM probe UNION ALL SELECT definition FROM contact_group"
                            + " UNION ALL SELECT key FROM link_key"))
                    .hasSize(3)
                    .allMatch(stored -> stored.startsWith("enc:1:"));
        }
    }

    @Nested
    class GivenTheHistory {
        private final RunHistory history = HistoryFixture.over(database).history();

        @Test
        void whenARunIsRead_thenItHasItsValuesSamplesAndArtifacts() {
            assertThat(history.find(RUN)).hasValueSatisfying(run -> {
                assertThat(run.measurements().find(Metric.LCP).orElseThrow().value())
                        .isEqualTo(2100);
                assertThat(run.maintenance()).contains("Deploys");
            });
            assertThat(history.conditions(RUN)).isPresent();
            assertThat(history.samples(RUN)).singleElement().satisfies(sample -> {
                assertThat(sample.duration()).hasSeconds(7);
                assertThat(sample.page().title()).isEqualTo("Shop");
                assertThat(sample.page().lcp().orElseThrow().renderDelayMillis())
                        .isEqualTo(50);
                assertThat(sample.page().requests().get(0).transferBytes()).isEqualTo(12_000);
                assertThat(sample.page().worstInteraction().orElseThrow().processingMillis())
                        .isEqualTo(20);
            });
            assertThat(history.artifacts(RUN)).hasSize(2);
            assertThat(history.frames(RUN, 1)).hasSize(1);
            assertThat(history.find(LONG_AGO).orElseThrow().attempt()).isEqualTo(2);
            assertThat(history.artifacts(LONG_AGO)).hasSize(1);
        }

        @Test
        void whenATrendIsRead_thenSummariesAndMeasurementsAreInIt() {
            Instant midnight = Instant.parse("2026-03-09T00:00:00Z");
            Instant end = Instant.parse("2026-03-11T00:00:00Z");
            List<ValueSummary> days = persistence.inTransaction(manager -> new RunSeries(manager)
                    .days(new SeriesKey(SHOP, LocationName.DEFAULT, Metric.LCP), new Interval(midnight, end)));

            assertThat(days).extracting(ValueSummary::runs).containsExactly(288, 1);
        }

        @Test
        void whenPartitionsAreCreatedAndDropped_thenThoseOfTheReleaseAreAmongThem() throws SQLException {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                assertThat(number(statement, "SELECT create_partitions('artifact', 'day', '2026-03-10', '2026-03-11')"))
                        .isEqualTo(1);
                assertThat(number(statement, "SELECT create_partitions('artifact', 'day', '2020-01-05', '2020-01-05')"))
                        .isEqualTo(1);
                assertThat(number(statement, "SELECT count(*) FROM artifact_20200105"))
                        .isEqualTo(1);
                assertThat(number(statement, "SELECT count(*) FROM artifact_default"))
                        .isZero();
                assertThat(number(statement, "SELECT drop_partitions('artifact', 'day', '2026-03-11')"))
                        .isEqualTo(2);
                assertThat(number(statement, "SELECT count(*) FROM artifact")).isZero();
                assertThat(number(statement, "SELECT drop_partitions('run', 'month', '2026-03-01')"))
                        .isZero();
                assertThat(number(statement, "SELECT count(*) FROM run")).isEqualTo(1);
                connection.rollback();
            }
        }
    }

    @Nested
    class GivenIncidentsAndNotifications {
        private final IncidentReader incidents = IncidentReaderFixture.over(persistence, CLOCK);
        private final TransactionalOutbox outbox = new TransactionalOutbox(CLOCK, entities);

        @Test
        void whenStatesAreRead_thenNoVerdictIsUnknown() {
            assertThat(incidents.states().get(SHOP).get(LocationName.DEFAULT).state())
                    .isEqualTo(ProbeState.DEGRADED);
            assertThat(incidents
                            .states()
                            .get(new ProbeId("fresh"))
                            .get(LocationName.DEFAULT)
                            .state())
                    .isEqualTo(ProbeState.UNKNOWN);
        }

        @Test
        void whenAnIncidentIsRead_thenItHasItsNotesAndEvaluations() {
            Incident incident = incidents.find(INCIDENT).orElseThrow();

            assertThat(incident.worst()).isEqualTo(ProbeState.FAILING);
            assertThat(incident.acknowledgement().orElseThrow().by()).isEqualTo("ada");
            assertThat(incidents.notes(INCIDENT, 10)).singleElement().satisfies(note -> assertThat(note.line())
                    .isEqualTo("acknowledged by ada"));
            assertThat(incidents.evaluations(incident, 10)).singleElement().satisfies(one -> assertThat(one.lines())
                    .containsExactly("line one", "line two"));
        }

        @Test
        void whenTheOutboxIsRead_thenUndeliveredNotificationsAreThere() {
            assertThat(outbox.undelivered()).extracting(Notification::attempts).containsExactly(9, 0);
            assertThat(outbox.undelivered().get(0).failedAt()).contains(Instant.parse("2026-03-11T12:00:00Z"));
            assertThat(outbox.recipientsOf(INCIDENT)).containsExactly("team@shop.example");
        }

        @Test
        void whenContactsAreRead_thenTheGroupAndTheUnsubscribedAddressAreThere() {
            RecipientResolver recipients = RecipientFixture.over(CLOCK, entities);

            assertThat(entities.inTransaction(() -> recipients.find("team"))).isPresent();
            assertThat(entities.inTransaction(recipients::unsubscribed)).containsExactly("bob@shop.example");
        }
    }

    @Nested
    class GivenTheSchedule {
        @Test
        void whenQuartzLoadsItsJobs_thenTheirClassesExist() throws Exception {
            List<String> classes = column("SELECT job_class_name FROM qrtz_job_details ORDER BY job_class_name");

            assertThat(classes).hasSize(2);
            for (String name : classes) {
                assertThat(Job.class).isAssignableFrom(Class.forName(name));
            }
        }
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Whether the release did not have the table. */
    private boolean isAdded(String table) {
        return before.keySet().stream().map(SchemaUpgradeIT::newName).noneMatch(table::equals);
    }

    /** Number and hash of the rows of each table, partitions by themselves. */
    private Map<String, String> contents() throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (String table : column("""
                SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                AND relname <> 'flyway_schema_history' ORDER BY relname""")) {
            contents.put(
                    table,
                    column(
                                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text)), '') FROM "
                                            + table + " t")
                            .get(0));
        }
        return contents;
    }

    private static String newName(String table) {
        return RENAMED.getOrDefault(table, table.replaceFirst("^evidence_", "artifact_"));
    }

    private static String count(String contents) {
        return contents.split(" ")[0];
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SchemaUpgradeIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
