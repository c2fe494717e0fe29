package dev.tidemark.security.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Limits unknown API tokens per address. A script that repeats the same wrong token makes one guess, so that a forgotten job does not
 * block others behind the same address; nor is the address of an unknown proxy blocked. Addresses over their limit are remembered in memory until they may try again, which saves
 * the database from their requests.
 */
@ApplicationScoped
public class TokenGuesses {

    private static final int MAX_REMEMBERED = 10_000;

    private final AttemptLimits limits;
    private final Clock clock;
    private final Map<String, Instant> blocked = bounded();
    private final Map<String, Boolean> rejected = bounded();

    @Inject
    public TokenGuesses(AttemptLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** The time until the address may use tokens again; empty if it may now. */
    Optional<Duration> pause(HttpServletRequest request) {
        Instant end;
        synchronized (blocked) {
            end = blocked.getOrDefault(ClientNetwork.of(request).key(), Instant.MIN);
        }
        Instant now = clock.instant();
        return end.isAfter(now) ? Optional.of(Duration.between(now, end).plusSeconds(1)) : Optional.empty();
    }

    /**
     * Counts a token that does not exist.
     *
     * @return the time until the address may use tokens again; empty if it is within its limit
     */
    Optional<Duration> reject(HttpServletRequest request, String token) {
        ClientNetwork network = ClientNetwork.of(request);
        if (network.isShared()) {
            return Optional.empty();
        }
        synchronized (rejected) {
            if (rejected.put(AttemptLimits.hash(network.key() + ":" + token), true) != null) {
                return Optional.empty();
            }
        }
        Optional<Duration> pause = limits.reserve(List.of(AttemptLimit.ofToken(network)));
        pause.ifPresent(time -> {
            synchronized (blocked) {
                blocked.put(network.key(), clock.instant().plus(time));
            }
        });
        return pause;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MAX_REMEMBERED;
            }
        };
    }
}
