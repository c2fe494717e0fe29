package dev.tidemark.alerting.notification;

import java.time.Duration;

/**
 * Rate limit of e-mails to a recipient. A notification is held for a short time, so that others can share its message, and the
 * interval between messages grows with the number of recent ones: 500 probes that fail within 20 minutes cause at most 5 e-mails.
 */
final class Throttle {

    /** How long a notification is held for others. */
    static final Duration HOLD_DOWN = Duration.ofSeconds(10);

    /** The period in which messages are counted. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    private Throttle() {}

    /** @return the minimum time between the last message to a recipient and the next, after this number of recent messages */
    static Duration minimumInterval(int messages) {
        return switch (messages) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(10);
            case 2 -> Duration.ofMinutes(1);
            case 3 -> Duration.ofMinutes(5);
            default -> Duration.ofMinutes(15);
        };
    }
}
