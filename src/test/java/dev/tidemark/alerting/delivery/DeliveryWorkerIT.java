package dev.tidemark.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.delivery.ScriptedMailServer.Trouble;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.RenderedMail;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.notification.UndeliveredNotifications;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveryWorkerIT {

    private static final Duration ROUND = Duration.ofSeconds(3);

    private static TestEntities entities;

    private final ManualClock clock = new ManualClock(NotificationFixtures.NOON);
    private TransactionalOutbox outbox;

    @BeforeAll
    static void connect() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
    }

    @AfterAll
    static void close() {
        entities.close();
    }

    @BeforeEach
    void empty() {
        entities.inTransaction(() -> {
            entities.manager().createNativeQuery("DELETE FROM notification").executeUpdate();
            entities.manager().createNativeQuery("DELETE FROM rendered_mail").executeUpdate();
        });
        outbox = new TransactionalOutbox(clock, entities);
    }

    private UUID post(UUID incident, int number, NoticeKind tone, String headline, String... recipients) {
        entities.inTransaction(
                () -> outbox.add(NotificationFixtures.notice(incident, number, tone, headline), List.of(recipients)));
        clock.advance(TransactionalOutbox.HOLD_DOWN);
        return incident;
    }

    private UUID post(String headline, String... recipients) {
        return post(UUID.randomUUID(), 1, NoticeKind.FAILING, headline, recipients);
    }

    private void rounds(DeliveryWorker postman, Duration span) {
        for (Duration gone = Duration.ZERO; gone.compareTo(span) < 0; gone = gone.plus(ROUND)) {
            postman.deliverDue(ChannelType.MAIL);
            clock.advance(ROUND);
        }
    }

    private DeliveryWorker postman(Channel... channels) {
        return new DeliveryWorker(outbox, List.of(channels), (notices, recipient, shared) -> {}, clock);
    }

    private static List<String> headlines(List<String> mails) {
        return mails.stream()
                .map(mail ->
                        mail.replace("\n ", " ").replaceAll("(?s).*Subject: \\S+ Shop, home page: (.*?) @.*", "$1"))
                .toList();
    }

    @Nested
    class GivenAServerThatIsDownForTenMinutes {

        @Test
        void whenAHundredNotificationsWait_thenAllArriveOnceAndTheOldestFirst() throws Exception {
            int port;
            try (ScriptedMailServer before = ScriptedMailServer.plain(0)) {
                port = before.port();
            }
            List<String> expected =
                    IntStream.rangeClosed(1, 100).mapToObj(n -> "letter " + n).toList();
            expected.forEach(headline -> post(headline, headline.replace(' ', '-') + "@shop.example"));
            DeliveryWorker postman = postman(NotificationFixtures.channel(port, clock));
            rounds(postman, Duration.ofMinutes(10));
            assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(100, 0));

            try (ScriptedMailServer back = ScriptedMailServer.plain(port)) {
                rounds(postman, Duration.ofSeconds(15));

                assertThat(headlines(back.acknowledged())).containsExactlyElementsOf(expected);
                assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(0, 0));
            }
        }
    }

    @Nested
    class GivenAFailingServer {

        private void recoversFrom(Trouble trouble) {
            try (ScriptedMailServer server = ScriptedMailServer.plain(0)) {
                post("a", "team@shop.example");
                server.suffer(trouble);
                rounds(postman(NotificationFixtures.impatientChannel(server.port(), clock)), Duration.ofSeconds(9));
                assertThat(server.acknowledged()).isEmpty();
                assertThat(outbox.undelivered()).singleElement().satisfies(letter -> {
                    assertThat(letter.lastError()).isPresent();
                    assertThat(letter.failedAt()).isEmpty();
                });

                server.suffer(Trouble.NONE);
                rounds(postman(NotificationFixtures.channel(server.port(), clock)), Duration.ofMinutes(3));
                assertThat(server.acknowledged()).hasSize(1);
                assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(0, 0));
            }
        }

        @Test
        void whenItHangs_thenTheNotificationArrivesOnceAfterwards() {
            recoversFrom(Trouble.SILENT_AT_GREETING);
        }

        @Test
        void whenItHangsAfterTheData_thenTheNotificationArrivesOnceAfterwards() {
            recoversFrom(Trouble.SILENT_AFTER_DATA);
        }

        @Test
        void whenItDisconnectsBeforeIts250_thenTheNotificationIsAcknowledgedOnceAfterwards() {
            recoversFrom(Trouble.CUT_BEFORE_250);
        }

        @Test
        void whenItRejectsTemporarily_thenNotificationsAreDeliveredLater() {
            recoversFrom(Trouble.LATER_451);
        }

        @Test
        void whenItRejectsOneAddress_thenTheOthersAreDeliveredAndThatOneIsKept() {
            try (ScriptedMailServer server = ScriptedMailServer.plain(0)) {
                post("a", "x@shop.example", "nobody@shop.example", "z@shop.example");
                rounds(postman(NotificationFixtures.channel(server.port(), clock)), Duration.ofMinutes(1));

                assertThat(server.acknowledged()).hasSize(2);
                assertThat(outbox.undelivered()).singleElement().satisfies(letter -> {
                    assertThat(letter.recipient()).isEqualTo("nobody@shop.example");
                    assertThat(letter.failedAt()).isPresent();
                    assertThat(letter.lastError())
                            .hasValueSatisfying(why -> assertThat(why).contains("550"));
                });
            }
        }
    }

    @Nested
    class GivenAnAbandonedNotification {

        @Test
        void whenItIsSentAgain_thenItArrives() {
            Recorder channel = new Recorder();
            channel.failWith(DeliveryFailure.REJECTED);
            post("a", "team@shop.example");
            DeliveryWorker postman = postman(channel);
            rounds(postman, Duration.ofMinutes(5));
            Notification dead = outbox.undelivered().get(0);
            assertThat(channel.calls).hasSize(1);

            channel.work();
            assertThat(outbox.retry(dead.id())).isTrue();
            assertThat(outbox.retry(dead.id())).isFalse();
            rounds(postman, ROUND);

            assertThat(channel.delivered).hasSize(1);
        }

        @Test
        void whenItFailedForThreeDays_thenItIsAbandoned() {
            Recorder channel = new Recorder();
            channel.failWith(DeliveryFailure.RETRY);
            post("a", "team@shop.example");
            DeliveryWorker postman = postman(channel);
            postman.deliverDue(ChannelType.MAIL);
            clock.advance(Backoff.GIVE_UP_AFTER.minus(TransactionalOutbox.HOLD_DOWN));
            postman.deliverDue(ChannelType.MAIL);
            assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(1, 0));
            clock.advance(Duration.ofMinutes(1));
            postman.deliverDue(ChannelType.MAIL);

            assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(0, 1));
        }
    }

    @Nested
    class GivenNoServerIsSet {

        @Test
        void whenTheWorkerRuns_thenNotificationsStayPending() {
            Recorder channel = new Recorder();
            channel.configurationError = Optional.of("set it");
            post("a", "team@shop.example");
            rounds(postman(channel), Duration.ofMinutes(1));

            assertThat(outbox.undelivered()).singleElement().satisfies(letter -> assertThat(letter.attempts())
                    .isZero());
        }
    }

    @Nested
    class GivenTwoNotificationsOfAnIncident {

        @Test
        void whenTheFirstCannotBeDelivered_thenTheRecoveryWaits() {
            Recorder channel = new Recorder();
            channel.failWith(DeliveryFailure.RETRY);
            UUID incident = post("broken", "team@shop.example");
            DeliveryWorker postman = postman(channel);
            postman.deliverDue(ChannelType.MAIL);
            clock.advance(Backoff.after(1, DeliveryFailure.RETRY));
            postman.deliverDue(ChannelType.MAIL);
            post(incident, 2, NoticeKind.RECOVERED, "kept again", "team@shop.example");
            channel.work();
            postman.deliverDue(ChannelType.MAIL);
            assertThat(channel.delivered).isEmpty();

            rounds(postman, Duration.ofMinutes(1));
            assertThat(channel.delivered).containsExactly("broken", "kept again");
        }
    }

    @Nested
    class GivenTwoNodes {

        @Test
        void whenBothDeliver_thenEachNotificationIsDeliveredOnce() throws Exception {
            IntStream.range(0, 60).forEach(n -> post("letter " + n, "team-" + n + "@shop.example"));
            Recorder channel = new Recorder();
            Thread one = new Thread(() -> postman(channel).deliverDue(ChannelType.MAIL));
            Thread two = new Thread(() -> postman(channel).deliverDue(ChannelType.MAIL));
            one.start();
            two.start();
            one.join();
            two.join();

            assertThat(channel.delivered).hasSize(60).doesNotHaveDuplicates();
        }

        @Test
        void whenOneExitsDuringADelivery_thenTheOtherDeliversAfterTheClaimExpires() {
            post("a", "team@shop.example");
            outbox.claim(ChannelType.MAIL, true, Duration.ofMinutes(10), List.of());
            Recorder channel = new Recorder();
            DeliveryWorker other = postman(channel);
            rounds(other, Duration.ofMinutes(10));
            assertThat(channel.delivered).isEmpty();
            rounds(other, ROUND);

            assertThat(channel.delivered).containsExactly("a");
        }
    }

    @Nested
    class GivenManyNotificationsToOneRecipient {

        private final Recorder channel = new Recorder();

        private void postAtOnce(String headline) {
            entities.inTransaction(() -> outbox.add(
                    NotificationFixtures.notice(UUID.randomUUID(), 1, NoticeKind.FAILING, headline),
                    List.of("team@shop.example")));
        }

        @Test
        void whenTheyArriveWithinTheHoldDown_thenTheyShareAMessage() {
            postAtOnce("a");
            clock.advance(Duration.ofSeconds(9));
            postAtOnce("b");
            postman(channel).deliverDue(ChannelType.MAIL);
            assertThat(channel.calls).isEmpty();

            rounds(postman(channel), Duration.ofSeconds(30));
            assertThat(channel.calls).containsExactly("a, b");
        }

        @Test
        void whenFiveHundredProbesFailWithinTwentyMinutes_thenThereAreAtMostFiveMessages() {
            DeliveryWorker postman = postman(channel);
            for (int n = 0; n < 500; n++) {
                postAtOnce("letter " + n);
                clock.advance(Duration.ofMillis(2400));
                postman.deliverDue(ChannelType.MAIL);
            }
            rounds(postman, Duration.ofMinutes(20));

            assertThat(channel.delivered).hasSize(500).doesNotHaveDuplicates();
            assertThat(channel.calls).hasSizeLessThanOrEqualTo(5);
        }

        @Test
        void whenADigestIsAmongThem_thenItIsDeliveredSeparatelyAfterTheOthers() {
            Notification digest = NotificationFixtures.digest(UUID.randomUUID(), "team@shop.example");
            entities.inTransaction(() -> outbox.add(
                    digest.notice(),
                    digest.renderedMail().orElseThrow(),
                    List.of("team@shop.example", "boss@shop.example")));
            postAtOnce("a");
            rounds(postman(channel), Duration.ofMinutes(2));

            assertThat(channel.calls)
                    .containsExactlyInAnyOrder(
                            "a", digest.notice().headline(), digest.notice().headline());
            assertThat(channel.sheets).hasSize(2).allSatisfy(sheet -> {
                assertThat(sheet.text()).isEqualTo("all of it\n");
                assertThat(sheet.images()).containsOnlyKeys("page-1", "page-2");
            });
            assertThat(channel.delivered.indexOf("a"))
                    .isLessThan(channel.delivered.lastIndexOf(digest.notice().headline()));
        }

        @Test
        void whenADigestWasDeliveredLongAgo_thenItsContentIsDeletedWithIt() {
            Notification digest = NotificationFixtures.digest(UUID.randomUUID(), "team@shop.example");
            entities.inTransaction(() ->
                    outbox.add(digest.notice(), digest.renderedMail().orElseThrow(), List.of("team@shop.example")));
            rounds(postman(channel), Duration.ofMinutes(1));
            assertThat(pictures()).isEqualTo(2);

            clock.advance(Duration.ofDays(1));
            entities.inTransaction(() -> outbox.deleteDelivered(clock.instant(), List.of()));
            assertThat(pictures()).isZero();
        }

        private long pictures() {
            return entities.inTransaction(() -> (Long) entities.manager()
                    .createNativeQuery("SELECT count(*) FROM rendered_mail_image")
                    .getSingleResult());
        }

        @Test
        void whenOneOfThemIsAlwaysRejected_thenTheOthersAreDelivered() {
            channel.poison = "b";
            List.of("a", "b", "c").forEach(this::postAtOnce);
            rounds(postman(channel), Duration.ofMinutes(20));

            assertThat(channel.delivered).containsExactlyInAnyOrder("a", "c");
            assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(1, 0));
        }

        @Test
        void whenAnIncidentOpensAndIsResolvedWhileAnotherNotificationIsDue_thenAllShareAMessage() {
            UUID incident = UUID.randomUUID();
            postAtOnce("a");
            clock.advance(Duration.ofSeconds(9));
            entities.inTransaction(() -> {
                outbox.add(
                        NotificationFixtures.notice(incident, 1, NoticeKind.FAILING, "broken"),
                        List.of("team@shop.example"));
                outbox.add(
                        NotificationFixtures.notice(incident, 2, NoticeKind.RECOVERED, "kept again"),
                        List.of("team@shop.example"));
            });
            rounds(postman(channel), Duration.ofSeconds(30));

            assertThat(channel.calls).containsExactly("a, broken, kept again");
        }

        @Test
        void whenAnotherIsHeldUntilMorning_thenItIsNotIncluded() {
            postAtOnce("a");
            entities.inTransaction(() -> outbox.hold(
                    NotificationFixtures.notice(UUID.randomUUID(), 1, NoticeKind.FAILING, "held"),
                    "team@shop.example",
                    clock.instant().plus(Duration.ofHours(2))));
            rounds(postman(channel), Duration.ofMinutes(1));
            assertThat(channel.calls).containsExactly("a");

            clock.advance(Duration.ofHours(2));
            rounds(postman(channel), ROUND);
            assertThat(channel.calls).containsExactly("a", "held");
        }

        @Test
        void whenAnIncidentOpensAndIsResolvedMeanwhile_thenBothAreInTheMessageInOrder() {
            UUID incident = UUID.randomUUID();
            entities.inTransaction(() -> {
                outbox.add(
                        NotificationFixtures.notice(incident, 1, NoticeKind.FAILING, "broken"),
                        List.of("team@shop.example"));
                outbox.add(
                        NotificationFixtures.notice(incident, 2, NoticeKind.RECOVERED, "kept again"),
                        List.of("team@shop.example"));
            });
            clock.advance(TransactionalOutbox.HOLD_DOWN);
            postman(channel).deliverDue(ChannelType.MAIL);

            assertThat(channel.calls).containsExactly("broken, kept again");
        }
    }

    /** A channel that records deliveries, and verifies that no transaction is open. */
    private static final class Recorder implements Channel {

        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final List<String> delivered = new CopyOnWriteArrayList<>();
        private final List<RenderedMail> sheets = new CopyOnWriteArrayList<>();
        private volatile Optional<DeliveryFailure> failure = Optional.empty();
        private volatile Optional<String> configurationError = Optional.empty();
        private String poison = "";

        void failWith(DeliveryFailure reason) {
            failure = Optional.of(reason);
        }

        void work() {
            failure = Optional.empty();
        }

        @Override
        public ChannelType type() {
            return ChannelType.MAIL;
        }

        @Override
        public Optional<String> configurationError() {
            return configurationError;
        }

        @Override
        public boolean supportsGrouping() {
            return true;
        }

        @Override
        public String deliver(List<Notification> letters) throws DeliveryException {
            assertThat(entities.isInTransaction()).isFalse();
            List<String> headlines =
                    letters.stream().map(letter -> letter.notice().headline()).toList();
            calls.add(String.join(", ", headlines));
            if (failure.isPresent() || headlines.contains(poison)) {
                throw new DeliveryException(failure.orElse(DeliveryFailure.RETRY), "as the test wants", null);
            }
            delivered.addAll(headlines);
            letters.forEach(letter -> letter.renderedMail().ifPresent(sheets::add));
            return "taken";
        }
    }
}
