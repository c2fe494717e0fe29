package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.Notification;
import java.time.Duration;
import java.time.Instant;

/**
 * Retries of a notification that its server did not accept: after 10 s, 20 s, 40 s and so on up to every 2 min, for three days. A
 * server that fails is asked more often, so that it gets everything within a minute after it has recovered.
 */
final class Backoff {

    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);
    private static final Duration MAX_WAIT_FOR_SERVER = Duration.ofSeconds(40);
    private static final int MAX_DOUBLINGS = 10;

    private Backoff() {}

    /** @param attempts number of attempts so far, at least 1 */
    static Duration after(int attempts, DeliveryFailure reason) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        Duration max = reason == DeliveryFailure.INTERRUPTED ? MAX_WAIT_FOR_SERVER : MAX_WAIT;
        return wait.compareTo(max) > 0 ? max : wait;
    }

    static boolean isOver(Notification notification, Instant now) {
        return notification.createdAt().plus(GIVE_UP_AFTER).isBefore(now);
    }
}
