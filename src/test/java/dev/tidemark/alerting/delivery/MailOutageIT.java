package dev.tidemark.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.delivery.ScriptedMailServer.Trouble;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.notification.UndeliveredNotifications;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An outage of the mail server is no failure of the notifications that wait: afterwards all are delivered within a minute. */
class MailOutageIT {

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration OUTAGE = Duration.ofSeconds(90);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ALERTS = 12;

    /** The server may have processed what it did not acknowledge. */
    private static final Set<Trouble> COUNTED =
            Set.of(Trouble.SILENT_AFTER_DATA, Trouble.CUT_BEFORE_250, Trouble.FAILED_451_AFTER_DATA, Trouble.LATER_451);

    private final ManualClock clock = new ManualClock(NotificationFixtures.NOON);
    private final ScriptedMailServer server = ScriptedMailServer.plain(0);
    private final DeliveryWorker postman;
    private final TestEntities entities;
    private final TransactionalOutbox outbox;

    MailOutageIT() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
        outbox = new TransactionalOutbox(clock, entities);
        postman = new DeliveryWorker(
                outbox,
                List.of(NotificationFixtures.impatientChannel(server.port(), clock)),
                (notices, recipient, shared) -> {},
                clock);
    }

    @BeforeEach
    void deliverAMessage() {
        post("before", "team@shop.example");
        rounds(ROUND);
        assertThat(server.acknowledged()).hasSize(1);
    }

    @AfterEach
    void close() {
        server.close();
        entities.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "LATER_451"})
    void whenItIsBack_thenTheAlertsToOneAddressArriveWithinAMinute(Trouble trouble) {
        server.suffer(trouble);
        failDuringTheOutage(trouble);
        server.suffer(Trouble.NONE);
        rounds(MINUTE);

        thenAllArrivedOnce(
                server.acknowledged().subList(1, server.acknowledged().size()));
    }

    @Test
    void whenItDidNotListen_thenTheAlertsToOneAddressArriveWithinAMinute() {
        server.close();
        failDuringTheOutage(Trouble.NONE);
        try (ScriptedMailServer back = ScriptedMailServer.plain(server.port())) {
            rounds(MINUTE);

            thenAllArrivedOnce(back.acknowledged());
        }
    }

    @Test
    void whenManyRecipientsWait_thenEachGetsItsAlerts_theOldestFirst() {
        server.suffer(Trouble.CLOSED_421_AT_GREETING);
        IntStream.range(0, 40).forEach(n -> post("alert " + n, "team-" + n % 10 + "@shop.example"));
        rounds(OUTAGE);
        server.suffer(Trouble.NONE);
        rounds(MINUTE);

        assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(0, 0));
        List<String> mails =
                server.acknowledged().subList(1, server.acknowledged().size());
        assertThat(mails).hasSize(10);
        IntStream.range(0, 10)
                .forEach(n -> assertThat(mails.get(n)).contains("team-" + n + "@", "alert " + n, "alert " + (n + 30)));
    }

    private void failDuringTheOutage(Trouble trouble) {
        IntStream.range(0, ALERTS).forEach(n -> {
            post("alert <" + n + ">", "team@shop.example");
            rounds(ROUND);
        });
        rounds(OUTAGE);

        assertThat(outbox.undelivered()).hasSize(ALERTS).allSatisfy(waiting -> {
            assertThat(waiting.failedAt()).isEmpty();
            assertThat(waiting.nextAttemptAt()).isBefore(clock.instant().plus(MINUTE));
            if (!COUNTED.contains(trouble)) {
                assertThat(waiting.attempts()).isZero();
                assertThat(waiting.lastError()).isPresent();
                assertThat(waiting.nextAttemptAt()).isAfter(clock.instant().minus(ROUND));
            }
        });
    }

    private void thenAllArrivedOnce(List<String> mails) {
        assertThat(outbox.backlog()).isEqualTo(new UndeliveredNotifications(0, 0));
        assertThat(mails).hasSizeLessThanOrEqualTo(2);
        IntStream.range(0, ALERTS)
                .forEach(n -> assertThat(mails.stream().filter(mail -> mail.contains("alert <" + n + ">")))
                        .as("alert " + n)
                        .hasSize(1));
        assertThat(mails.get(0)).contains("alert <0>");
    }

    private void post(String headline, String recipient) {
        entities.inTransaction(() -> outbox.add(
                NotificationFixtures.notice(UUID.randomUUID(), 1, NoticeKind.FAILING, headline), List.of(recipient)));
        clock.advance(TransactionalOutbox.HOLD_DOWN);
    }

    private void rounds(Duration span) {
        for (Duration gone = Duration.ZERO; gone.compareTo(span) < 0; gone = gone.plus(ROUND)) {
            postman.deliverDue(ChannelType.MAIL);
            clock.advance(ROUND);
        }
    }
}
