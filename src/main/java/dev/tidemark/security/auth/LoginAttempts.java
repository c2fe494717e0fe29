package dev.tidemark.security.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Limits password guessing: after several failures an address must wait, each time twice as long. */
@ApplicationScoped
public class LoginAttempts {

    static final int FREE_ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGET_AFTER = Duration.ofHours(1);
    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, Failures> failures = new HashMap<>();
    private final Clock clock;

    @Inject
    public LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /** The time until the address may try again; zero if it may try now. */
    public synchronized Duration waitTime(String address) {
        Failures known = failures.get(address);
        Duration left = known == null ? Duration.ZERO : Duration.between(clock.instant(), known.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    public synchronized void failed(String address) {
        Instant now = clock.instant();
        failures.values().removeIf(old -> old.last().isBefore(now.minus(FORGET_AFTER)));
        if (failures.size() >= MAX_ADDRESSES) {
            failures.clear();
        }
        int count = failures.getOrDefault(address, Failures.NONE).count() + 1;
        failures.put(address, new Failures(count, now, now.plus(pauseAfter(count))));
    }

    public synchronized void succeeded(String address) {
        failures.remove(address);
    }

    private static Duration pauseAfter(int count) {
        if (count < FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - FREE_ATTEMPTS, 10));
        return pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }

    private record Failures(int count, Instant last, Instant until) {
        static final Failures NONE = new Failures(0, Instant.EPOCH, Instant.EPOCH);
    }
}
