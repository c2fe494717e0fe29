package dev.tidemark.security.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Limits the entries for refused requests of this node: per address and in total, each minute. */
@ApplicationScoped
public class RefusalLimit {

    static final int PER_ADDRESS = 30;
    static final int TOTAL = 300;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant end = Instant.EPOCH;
    private int total;
    private int omitted;

    @Inject
    public RefusalLimit(Clock clock) {
        this.clock = clock;
    }

    /** The number of requests that were omitted since the last entry; empty when this one is to be omitted as well. */
    public synchronized Optional<Integer> permit(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            counts.clear();
            total = 0;
            end = now.plus(WINDOW);
        }
        if (total >= TOTAL || counts.merge(address, 1, Integer::sum) > PER_ADDRESS) {
            omitted++;
            return Optional.empty();
        }
        total++;
        int before = omitted;
        omitted = 0;
        return Optional.of(before);
    }
}
