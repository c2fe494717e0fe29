package dev.tidemark.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.delivery.ScriptedMailServer.Trouble;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.notification.UndeliveredNotifications;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Failures of mail servers, verified at the server; {@link DeliveryWorkerIT} covers the effects on the outbox. */
class HostileMailIT {

    private final ManualClock clock = new ManualClock(NotificationFixtures.NOON);
    private final ScriptedMailServer server = ScriptedMailServer.plain(0);
    private TestEntities entities;
    private TransactionalOutbox outbox;

    @BeforeEach
    void connect() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
        outbox = new TransactionalOutbox(clock, entities);
    }

    @AfterEach
    void close() {
        server.close();
        entities.close();
    }

    private void post(String... recipients) {
        Notice notice = NotificationFixtures.notice(UUID.randomUUID(), 1, NoticeKind.FAILING, "LCP 3.9 s > 2.5 s");
        entities.inTransaction(() -> outbox.add(notice, List.of(recipients)));
        clock.advance(TransactionalOutbox.HOLD_DOWN);
    }

    private DeliveryWorker postman(Channel... channels) {
        return new DeliveryWorker(outbox, List.of(channels), (notices, recipient, shared) -> {}, clock);
    }

    private void rounds(DeliveryWorker postman, Duration pause, int number) {
        for (int round = 0; round < number; round++) {
            postman.deliverDue(ChannelType.MAIL);
            clock.advance(pause);
        }
    }

    private static String messageId(String mail) {
        return mail.replace("\n ", " ").replaceAll("(?s).*Message-ID: +(<[^>]+>).*", "$1");
    }

    @Nested
    class GivenAServerThatDisconnectsBeforeIts250 {

        @Test
        void whenTheNotificationIsSentAgain_thenItHasTheSameMessageId() {
            post("team@shop.example");
            server.suffer(Trouble.CUT_BEFORE_250);
            DeliveryWorker postman = postman(NotificationFixtures.channel(server.port(), clock));
            rounds(postman, Duration.ofSeconds(3), 1);
            server.suffer(Trouble.NONE);
            rounds(postman, Duration.ofSeconds(3), 20);

            assertThat(server.seen()).hasSize(2);
            assertThat(messageId(server.seen().get(1)))
                    .startsWith("<")
                    .isEqualTo(messageId(server.seen().get(0)));
            assertThat(server.acknowledged()).hasSize(1);
        }
    }

    @Nested
    class GivenAServerThatRejectsTemporarily {

        @Test
        void whenDeliveryIsRetried_thenThePausesGrowToTwoMinutes() {
            post("team@shop.example");
            server.suffer(Trouble.LATER_451);
            DeliveryWorker postman = postman(NotificationFixtures.channel(server.port(), clock));
            List<Instant> tries = new ArrayList<>();
            for (int second = 0; second < 600; second++) {
                postman.deliverDue(ChannelType.MAIL);
                if (server.addressed().size() > tries.size()) {
                    tries.add(clock.instant());
                }
                clock.advance(Duration.ofSeconds(1));
            }

            List<Long> pauses = IntStream.range(1, tries.size())
                    .mapToObj(n ->
                            Duration.between(tries.get(n - 1), tries.get(n)).toSeconds())
                    .toList();
            assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 120L, 120L, 120L);
        }
    }

    @Nested
    class GivenAServerThatRejectsAnAddress {

        @Test
        void whenHoursPass_thenDeliveryIsNotRetried() {
            post("nobody@shop.example", "team@shop.example");
            rounds(postman(NotificationFixtures.channel(server.port(), clock)), Duration.ofMinutes(1), 180);

            assertThat(server.addressed()).hasSize(2);
            assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(0, 1));
        }
    }

    @Nested
    class GivenAServerThatHangs {

        @Test
        void whenAWebhookIsPendingToo_thenItDoesNotWaitForTheEmail() throws Exception {
            post("team@shop.example", "https://hooks.example/a");
            server.suffer(Trouble.SILENT_AT_GREETING);
            Webhook webhook = new Webhook();
            DeliveryWorker postman = postman(NotificationFixtures.channel(server.port(), clock), webhook);
            Thread mail = new Thread(() -> postman.deliverDue(ChannelType.MAIL));
            mail.start();
            postman.deliverDue(ChannelType.WEBHOOK);

            assertThat(mail.isAlive()).isTrue();
            assertThat(webhook.delivered).hasSize(1);
            server.close();
            mail.join();
            assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(1, 0));
        }
    }

    /** Accepts every notification. */
    private static final class Webhook implements Channel {

        private final List<Notification> delivered = new CopyOnWriteArrayList<>();

        @Override
        public ChannelType type() {
            return ChannelType.WEBHOOK;
        }

        @Override
        public Optional<String> configurationError() {
            return Optional.empty();
        }

        @Override
        public boolean supportsGrouping() {
            return false;
        }

        @Override
        public String deliver(List<Notification> letters) {
            delivered.addAll(letters);
            return "204";
        }
    }
}
