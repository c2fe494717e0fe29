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
        Optional<Instant> deadAt) {

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
                List.of("If you can read this, letters arrive here."));
        Optional<Instant> never = Optional.empty();
        return new Letter(UUID.randomUUID(), recipient, notice, now, 1, now, Optional.empty(), never, never);
    }
}
