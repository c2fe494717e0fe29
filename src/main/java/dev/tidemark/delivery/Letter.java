package dev.tidemark.delivery;

import java.time.Instant;
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
        Optional<Instant> deadAt) {}
