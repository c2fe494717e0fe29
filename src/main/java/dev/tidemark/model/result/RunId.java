package dev.tidemark.model.result;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The ID of a run: a UUID of version 7 (RFC 9562), so that IDs sort by creation time. */
public record RunId(UUID value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public RunId {
        Objects.requireNonNull(value, "value");
    }

    public static RunId newAt(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new RunId(new UUID(high, low));
    }

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException when it is not a UUID
     */
    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
