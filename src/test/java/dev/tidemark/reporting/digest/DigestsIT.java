package dev.tidemark.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.DigestSubscription;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.reporting.digest.Digests.Sent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Times and recipients of digests, with a real database; their content is empty. */
class DigestsIT {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final ManualClock clock = new ManualClock(MONDAY_NOON);
    private TestDatabase database;
    private Node node;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.fresh();
        node = new Node();
    }

    @AfterEach
    void close() {
        node.close();
    }

    /** A node that shares the database. */
    private final class Node implements AutoCloseable {
        private final TestEntities entities = new TestEntities(database);
        private final TransactionalOutbox outbox = new TransactionalOutbox(clock, entities);
        private final RecipientResolver audience = RecipientFixture.over(clock, entities);
        private Runnable whileEditing = () -> {};
        private final Digests digests = new Digests(
                audience,
                new DigestBuilder(null, null, null, null, null, null) {
                    @Override
                    Digest build(ContactGroup list, DigestPeriod period) {
                        whileEditing.run();
                        Digest empty = SampleDigest.empty();
                        return new Digest(
                                list,
                                period,
                                empty.counts(),
                                empty.incidents(),
                                empty.pages(),
                                empty.changes(),
                                empty.markers());
                    }
                },
                new DigestLedger(entities.manager()),
                outbox,
                SampleDigest.LINKS,
                clock);

        void round() {
            List<DigestSubscription> orders = entities.inTransaction(audience::digestSubscriptions);
            orders.forEach(order -> entities.inTransaction(() -> digests.createDue(order)));
        }

        void list(String id, String json) {
            entities.inTransaction(() -> audience.save(RecipientFixture.list(id, json), "a test"));
        }

        /** {@code a@shop.example no probes – 24 hours from 16 November}. */
        List<String> written() {
            return outbox.undelivered().stream().map(Node::line).toList();
        }

        private static String line(Notification letter) {
            return letter.recipient() + " " + letter.notice().headline();
        }

        @Override
        public void close() {
            entities.close();
        }
    }

    @Nested
    class GivenADailyDigestAtEight {

        @BeforeEach
        void list() {
            node.list("team", "{\"members\": [\"a@shop.example\"], \"digest\": \"daily\"}");
        }

        @Test
        void whenItHasJustBeenEnabled_thenTodaysIsSkippedAndTomorrowsIsSentOnce() {
            node.round();
            assertThat(node.written()).isEmpty();

            clock.advance(Duration.ofHours(20).minusSeconds(1));
            node.round();
            assertThat(node.written()).isEmpty();

            clock.advance(Duration.ofSeconds(1));
            node.round();
            node.round();
            clock.advance(Duration.ofHours(3));
            node.round();
            assertThat(node.written()).containsExactly("a@shop.example no probes – 24 hours from 16 November");
        }

        @Test
        void whenTheServerWasDownForFourDays_thenOnlyTheLastOneIsSentOnce() {
            clock.advance(DAY.multipliedBy(4));
            node.round();
            node.round();
            assertThat(node.written()).containsExactly("a@shop.example no probes – 24 hours from 19 November");

            clock.advance(Duration.ofHours(20));
            node.round();
            assertThat(node.written()).hasSize(2).contains("a@shop.example no probes – 24 hours from 20 November");
        }

        @Test
        void whenItsTimeIsMovedBeforeNow_thenNoSecondOneIsSentToday() {
            clock.advance(Duration.ofHours(21));
            node.round();
            clock.advance(Duration.ofHours(4));
            node.list("team", "{\"members\": [\"a@shop.example\"], \"digest\": \"daily\", \"digestAt\": \"11:00\"}");
            node.round();

            assertThat(node.written()).hasSize(1);
        }

        @Test
        void whenOneFails_thenItIsRetried() {
            clock.advance(DAY);
            node.whileEditing = () -> {
                throw new IllegalStateException("as the test wants");
            };
            assertThatThrownBy(node::round).isInstanceOf(IllegalStateException.class);
            node.whileEditing = () -> {};
            node.round();

            assertThat(node.written()).hasSize(1);
        }
    }

    @Nested
    class GivenTwoNodes {

        @Test
        void whenBothFindItDue_thenOneSendsItToEachMember() throws Exception {
            node.list("team", "{\"members\": [\"a@shop.example\", \"b@shop.example\"], \"digest\": \"daily\"}");
            clock.advance(DAY);
            CountDownLatch editing = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try (Node other = new Node()) {
                List<String> edits = Collections.synchronizedList(new ArrayList<>());
                Runnable edit = () -> {
                    edits.add("edit");
                    editing.countDown();
                    await(goOn);
                };
                node.whileEditing = edit;
                other.whileEditing = edit;
                Future<?> first = threads.submit(node::round);
                await(editing);
                Future<?> second = threads.submit(other::round);
                waitUntilOneWaitsForTheOther();
                goOn.countDown();
                first.get(60, TimeUnit.SECONDS);
                second.get(60, TimeUnit.SECONDS);

                assertThat(edits).hasSize(1);
                assertThat(node.written())
                        .containsExactlyInAnyOrder(
                                "a@shop.example no probes – 24 hours from 16 November",
                                "b@shop.example no probes – 24 hours from 16 November");
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void whenTheFirstFailsMeanwhile_thenTheOtherSendsIt() throws Exception {
            node.list("team", "{\"members\": [\"a@shop.example\"], \"digest\": \"daily\"}");
            clock.advance(DAY);
            CountDownLatch editing = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try (Node other = new Node()) {
                node.whileEditing = () -> {
                    editing.countDown();
                    await(goOn);
                    throw new IllegalStateException("as the test wants");
                };
                Future<?> first = threads.submit(node::round);
                await(editing);
                Future<?> second = threads.submit(other::round);
                waitUntilOneWaitsForTheOther();
                goOn.countDown();
                second.get(60, TimeUnit.SECONDS);

                assertThat(first).failsWithin(Duration.ofSeconds(60));
                assertThat(node.written()).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
        }

        /** The second node waits for the key that the first one has not committed yet. */
        private void waitUntilOneWaitsForTheOther() throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (waiting() == 0 && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(waiting()).isEqualTo(1);
        }

        private long waiting() throws SQLException {
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
                rows.next();
                return rows.getLong(1);
            }
        }

        private void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Nested
    class GivenAWeeklyDigestInQuietHours {

        @Test
        void whenItIsMonday_thenItIsNotHeld() {
            node.list(
                    "team",
                    "{\"members\": [\"a@shop.example\"], \"digest\": \"weekly\", \"digestAt\": \"06:00\","
                            + " \"quiet\": {\"start\": \"22:00\", \"length\": \"PT12H\"}}");
            clock.advance(DAY.multipliedBy(6));
            node.round();
            assertThat(node.written()).isEmpty();

            clock.advance(Duration.ofHours(18));
            node.round();
            assertThat(node.written()).containsExactly("a@shop.example no probes – week of 16 November");
            assertThat(node.outbox.undelivered().get(0).nextAttemptAt())
                    .isBefore(clock.instant().plusSeconds(60));
        }
    }

    @Nested
    class GivenAContactGroupWithoutDigest {

        @BeforeEach
        void list() {
            node.list("team", "{\"members\": [\"a@shop.example\", \"b@shop.example\"]}");
            node.entities.inTransaction(() -> node.audience.unsubscribe("b@shop.example"));
        }

        @Test
        void whenDaysPass_thenNoneIsSent() {
            clock.advance(DAY.multipliedBy(14));
            node.round();

            assertThat(node.written()).isEmpty();
        }

        @Test
        void whenOneIsRequestedNow_thenSubscribedMembersGetOneOfTheLastWeek() {
            Sent sent = node.entities
                    .inTransaction(() -> node.digests.createNow("team"))
                    .orElseThrow();

            assertThat(sent.recipients()).containsExactly("a@shop.example");
            assertThat(sent.subject()).isEqualTo("[digest] team: no probes – week of 9 November");
            assertThat(node.written()).containsExactly("a@shop.example no probes – week of 9 November");
        }

        @Test
        void whenItIsOnlyViewed_thenNothingIsSent() {
            assertThat(node.entities.inTransaction(() -> node.digests.preview("team")))
                    .hasValueSatisfying(page -> assertThat(page).contains("No probe notifies this contact group"));
            assertThat(node.entities.inTransaction(() -> node.digests.preview("nobody")))
                    .isEmpty();
            assertThat(node.written()).isEmpty();
        }
    }
}
