package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A notification: a notice to one recipient, with the state of its delivery.
 *
 * @param attempts number of delivery attempts
 * @param lastError why the last attempt failed
 * @param failedAt when delivery was given up; empty while it is retried
 * @param renderedMail the rendered body that replaces the text of the notice; loaded only for delivery
 */
public record Notification(
        UUID id,
        String recipient,
        Notice notice,
        Instant createdAt,
        int attempts,
        Instant nextAttemptAt,
        Optional<String> lastError,
        Optional<Instant> deliveredAt,
        Optional<Instant> failedAt,
        Optional<RenderedMail> renderedMail) {

    /** The same notification with a rendered body. */
    public Notification withRenderedMail(Optional<RenderedMail> mail) {
        return new Notification(
                id, recipient, notice, createdAt, attempts, nextAttemptAt, lastError, deliveredAt, failedAt, mail);
    }

    /** The same notification to a recipient in another form. */
    public Notification withRecipient(String other) {
        return new Notification(
                id, other, notice, createdAt, attempts, nextAttemptAt, lastError, deliveredAt, failedAt, renderedMail);
    }

    /** A notification that only tests the channel. */
    public static Notification test(String recipient, Instant now) {
        Notice notice = new Notice(
                UUID.randomUUID(),
                1,
                NoticeKind.TEST,
                new ProbeId("test"),
                "Tidemark",
                "",
                LocationName.DEFAULT,
                RunId.newAt(now),
                now,
                LocalizedMessage.of("notification.test.headline").toString(),
                List.of(LocalizedMessage.of("notification.test.line").toString()),
                Optional.empty());
        Optional<Instant> none = Optional.empty();
        return new Notification(
                UUID.randomUUID(), recipient, notice, now, 1, now, Optional.empty(), none, none, Optional.empty());
    }
}
