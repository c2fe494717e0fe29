package dev.tidemark.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import dev.tidemark.platform.runtime.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log on a real database. */
class AuditLogIT {

    private static final AuditOrigin ADA = new AuditOrigin(
            new AuditActor(AuditActor.Kind.USER, "ada"), AuditOrigin.Channel.PAGE, Optional.of("192.0.2.7"));

    private TestDatabase database;
    private TestPersistence persistence;
    private AuditReader reader;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.fresh();
        persistence = TestPersistence.over(database);
        reader = persistence.bean(AuditReader.class, AuditReader::new);
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    private void record(AuditChange change) {
        ADA.run(() -> persistence.inTransaction(entities -> {
            AuditLog.record(entities, change);
            return change;
        }));
    }

    private List<AuditEntry> all() {
        return reader.pageAfter(AuditQuery.ALL, Optional.empty(), 500).items();
    }

    private static AuditQuery of(String actor, String object) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(actor),
                Optional.ofNullable(object),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditChange probe(String id) {
        return AuditChange.created("probe", id, Map.of("name", "Shöp \u0000\ud800", "samples", 3));
    }

    @Nested
    class GivenAChange {

        @Test
        void whenItIsRecorded_thenTheEntryHasEverything() {
            record(AuditChange.updated("probe", "shop", Map.of("samples", 1), Map.of("samples", 3))
                    .hiding(List.of("/headers/Authorization")));

            assertThat(all()).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo(ADA.actor());
                assertThat(entry.address()).hasValue("192.0.2.7");
                assertThat(entry.result()).isEqualTo(AuditResult.DONE);
                assertThat(AuditDifference.of(entry))
                        .containsExactly(
                                new AuditDifference("/samples", "1", "3"),
                                new AuditDifference("/headers/Authorization", "***", "***"));
            });
        }

        @Test
        void whenItsValuesHaveAnyOrder_thenTheyAreSortedByName() {
            Map<String, Object> document = new LinkedHashMap<>();
            List.of("url", "name", "every", "id").forEach(name -> document.put(name, "any"));

            record(AuditChange.created("probe", "shop", document));

            assertThat(all()).singleElement().satisfies(entry -> assertThat(
                            entry.after().orElseThrow().keySet())
                    .containsExactly("every", "id", "name", "url"));
        }

        @Test
        void whenTheTransactionIsRolledBack_thenThereIsNoEntry() {
            assertThatThrownBy(() -> persistence.inTransaction(entities -> {
                        AuditLog.record(entities, probe("shop"));
                        throw new IllegalStateException("later");
                    }))
                    .hasMessage("later");

            assertThat(all()).isEmpty();
        }

        @Test
        void whenItsTextsCannotBeStored_thenTheyAreReplaced() {
            record(AuditChange.deleted(
                    "probe",
                    "a\u0000\ud800" + "x".repeat(2_000),
                    probe("b").after().orElseThrow()));

            assertThat(all()).singleElement().satisfies(entry -> {
                assertThat(entry.objectId()).startsWith("a\uFFFD\uFFFDx").hasSizeLessThan(600);
                assertThat(entry.before().orElseThrow().getInt("samples")).isEqualTo(3);
            });
        }
    }

    @Nested
    class GivenEntries {

        @Test
        void whenTheyArePaged_thenEachIsSeenOnceAlthoughOthersAreAdded() {
            for (int i = 0; i < 25; i++) {
                record(probe("p" + i));
            }
            List<String> seen = new ArrayList<>();
            Optional<Long> last = Optional.empty();
            do {
                Page<AuditEntry> page = reader.pageAfter(AuditQuery.ALL, last, 10);
                page.items().forEach(entry -> seen.add(entry.objectId()));
                last = page.next().map(Long::valueOf);
                record(probe("later" + seen.size()));
            } while (last.isPresent());

            assertThat(seen)
                    .hasSize(25)
                    .doesNotHaveDuplicates()
                    .startsWith("p24")
                    .endsWith("p0");
            long oldest = reader.pageAfter(AuditQuery.ALL, Optional.empty(), 500).items().stream()
                    .mapToLong(AuditEntry::id)
                    .min()
                    .orElseThrow();
            assertThat(reader.pageBefore(AuditQuery.ALL, oldest, 10).items())
                    .extracting(AuditEntry::objectId)
                    .startsWith("p10")
                    .endsWith("p1");
        }

        @Test
        void whenTheyAreFiltered_thenOnlyThoseAreListed() {
            record(probe("a"));
            record(probe("b"));
            record(AuditChange.created("user", "a", Map.of()));

            assertThat(reader.pageAfter(of("ada", "probe/a"), Optional.empty(), 10)
                            .items())
                    .hasSize(1);
            assertThat(reader.pageAfter(of(null, "probe"), Optional.empty(), 10).items())
                    .hasSize(2);
            assertThat(reader.pageAfter(of("bob", null), Optional.empty(), 10).items())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE audit_log SET actor = 'eve'",
                    "DELETE FROM audit_log",
                    "TRUNCATE audit_log",
                    "UPDATE audit_log SET at = now() - interval '10 years'"
                })
        void whenSomebodyChangesThem_thenTheDatabaseRefuses(String sql) throws SQLException {
            record(probe("a"));

            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
            }
            assertThat(all()).hasSize(1);
        }

        @Test
        void whenTheyExpire_thenRetentionDeletesThemAndNothingElse() {
            record(probe("a"));
            Instant now = Instant.now();

            assertThat(deleted(Clock.fixed(now.plus(Duration.ofDays(29)), java.time.ZoneOffset.UTC)))
                    .isZero();
            assertThat(deleted(Clock.fixed(now.plus(Duration.ofDays(31)), java.time.ZoneOffset.UTC)))
                    .isEqualTo(1);
        }

        private int deleted(Clock clock) {
            return persistence.inTransaction(
                    entities -> new AuditRetention(entities, clock, Duration.ofDays(30)).deleteExpired());
        }
    }

    @Nested
    class GivenExports {

        @Test
        void whenATextLooksLikeAFormula_thenCsvHasAnApostropheBeforeIt() {
            record(AuditChange.created("annotation", "=HYPERLINK(\"http://evil\")", Map.of("title", "a,b")));

            assertThat(AuditDocument.csv(all().get(0)))
                    .contains(",\"'=HYPERLINK(\"\"http://evil\"\")\",done,page,192.0.2.7,")
                    .contains("\"{\"\"title\"\":\"\"a,b\"\"}\"")
                    .endsWith("\r\n");
        }
    }
}
