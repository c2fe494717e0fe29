package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice on its way to one recipient.
 *
 * @param attempts how often delivery was tried
 * @param trouble why the last try failed
 * @param deadAt when it was given up; none while it is still tried
 * @param sheet what it brings in place of the notice's own words; known only of a letter that is about to go
 */
public record Notification(
        UUID id,
        String recipient,
        Notice notice,
        Instant createdAt,
        int attempts,
        Instant nextAttemptAt,
        Optional<String> trouble,
        Optional<Instant> deliveredAt,
        Optional<Instant> deadAt,
        Optional<RenderedMail> sheet) {

    /** The same letter with what it brings. */
    Notification with(Optional<RenderedMail> brought) {
        return new Notification(
                id, recipient, notice, createdAt, attempts, nextAttemptAt, trouble, deliveredAt, deadAt, brought);
    }

    /** A letter that only tries the way. */
    static Notification test(String recipient, Instant now) {
        Notice notice = new Notice(
                UUID.randomUUID(),
                1,
                NoticeKind.RECOVERED,
                new ProbeId("test"),
                "Tidemark",
                "",
                LocationName.DEFAULT,
                RunId.newAt(now),
                now,
                "a test of this channel; nothing has happened",
                List.of("If you can read this, letters arrive here."),
                Optional.empty());
        Optional<Instant> never = Optional.empty();
        return new Notification(
                UUID.randomUUID(), recipient, notice, now, 1, now, Optional.empty(), never, never, Optional.empty());
    }
}
