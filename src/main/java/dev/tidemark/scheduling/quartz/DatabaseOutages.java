package dev.tidemark.scheduling.quartz;

import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** When this node could not reach the database, as far as it remembers. */
@ApplicationScoped
public class DatabaseOutages {

    private static final int MAX_REMEMBERED = 200;

    private final Deque<Interval> outages = new ArrayDeque<>();
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<Instant> firstFailure = Optional.empty();

    synchronized void succeeded(Instant at) {
        firstFailure.ifPresent(failure -> {
            outages.addLast(new Interval(lastSuccess.orElse(failure), at));
            if (outages.size() > MAX_REMEMBERED) {
                outages.removeFirst();
            }
        });
        firstFailure = Optional.empty();
        lastSuccess = Optional.of(at);
    }

    synchronized void failed(Instant at) {
        firstFailure = firstFailure.or(() -> Optional.of(at));
    }

    /** The outage at an instant: from the last success before it to the first success after it. */
    synchronized Optional<Interval> at(Instant instant) {
        return outages.stream()
                .filter(one -> !instant.isBefore(one.from()) && !instant.isAfter(one.to()))
                .findFirst();
    }

    /** The end of the last outage. */
    synchronized Optional<Instant> lastEnd() {
        return Optional.ofNullable(outages.peekLast()).map(Interval::to);
    }
}
