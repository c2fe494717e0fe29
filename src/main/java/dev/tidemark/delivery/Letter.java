package dev.tidemark.delivery;

import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
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
public record Letter(
        UUID id,
        String recipient,
        Notice notice,
        Instant createdAt,
        int attempts,
        Instant nextAttemptAt,
        Optional<String> trouble,
        Optional<Instant> deliveredAt,
        Optional<Instant> deadAt,
        Optional<Sheet> sheet) {

    /** The same letter with what it brings. */
    Letter with(Optional<Sheet> brought) {
        return new Letter(
                id, recipient, notice, createdAt, attempts, nextAttemptAt, trouble, deliveredAt, deadAt, brought);
    }

    /** A letter that only tries the way. */
    static Letter test(String recipient, Instant now) {
        Notice notice = new Notice(
                UUID.randomUUID(),
                1,
                Tone.RECOVERED,
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
        return new Letter(
                UUID.randomUUID(), recipient, notice, now, 1, now, Optional.empty(), never, never, Optional.empty());
    }
}
