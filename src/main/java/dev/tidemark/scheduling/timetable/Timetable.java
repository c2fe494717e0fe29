package dev.tidemark.scheduling.timetable;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Scheduled times of a cadence. They depend only on the cadence, the probe and the location, so that every node
 * calculates the same ones, also after a restart.
 *
 * <p>To spread the load, {@code every} has a probe-specific offset within its interval, and a cron expression of
 * five fields a probe-specific second in the first half of the minute. An expression with a seconds field is used
 * unchanged. The offset comes from a cryptographic hash, so that similar ids do not start close together.
 */
public final class Timetable {

    /** The end of an interval without one. */
    public static final Instant WITHOUT_END = Instant.parse("2200-01-01T00:00:00Z");

    private static final int CRON_SPREAD_SECONDS = 30;

    private final Function<Instant, Optional<Instant>> following;

    /** @param seed determines the offset; 0: none */
    public Timetable(Cadence cadence, int seed) {
        if (cadence instanceof Cadence.Every every) {
            following = after -> Optional.of(nextMultiple(every.span(), seed, after));
        } else {
            following = ((Cadence.Cron) cadence).schedule((int) share(seed, CRON_SPREAD_SECONDS))::after;
        }
    }

    public Timetable(Cadence cadence, ProbeId probe, LocationName location) {
        this(cadence, seed(probe, location));
    }

    /** The seed of a probe at a location: 31 bits of a hash. */
    public static int seed(ProbeId probe, LocationName location) {
        try {
            byte[] name = (probe.slug() + "@" + location.name()).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name))
                            .getInt()
                    >>> 1;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    /** Scales the seed to 0 (inclusive) to {@code length} (exclusive), uniformly for every length. */
    private static long share(int seed, long length) {
        return Math.multiplyHigh((long) seed << Integer.SIZE, length << 1);
    }

    /** The first planned instant later than {@code after}; empty when there is none. */
    public Optional<Instant> next(Instant after) {
        return following.apply(after);
    }

    /** The planned instants later than {@code after}, up to and including {@code until}; at most {@code limit}, the earliest. */
    public List<Instant> between(Instant after, Instant until, int limit) {
        List<Instant> planned = new ArrayList<>();
        Optional<Instant> next = next(after);
        while (planned.size() < limit && next.isPresent() && !next.get().isAfter(until)) {
            planned.add(next.get());
            next = next(next.get());
        }
        return planned;
    }

    private static Instant nextMultiple(Duration span, int seed, Instant after) {
        long length = span.toMillis();
        long offset = share(seed, length);
        long passed = Math.floorDiv(after.toEpochMilli() - offset, length);
        return Instant.ofEpochMilli((passed + 1) * length + offset);
    }
}
