package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notification;
import java.time.Duration;
import java.time.Instant;

/** Retries: after 10 s, 20 s, 40 s and so on up to every 2 min, for three days. */
final class Backoff {

    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);
    private static final int MAX_DOUBLINGS = 10;

    private Backoff() {}

    /** @param attempts number of attempts so far, at least 1 */
    static Duration after(int attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
    }

    static boolean isOver(Notification notification, Instant now) {
        return notification.createdAt().plus(GIVE_UP_AFTER).isBefore(now);
    }
}
