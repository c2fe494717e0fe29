package dev.tidemark.alerting.notification;

import java.time.Duration;

/**
 * How a storm becomes few mails: a letter waits a little for company, and the more messages a recipient had lately, the longer the
 * next one waits. 500 probes that fail within 20 minutes make at most 5 mails.
 */
final class Throttle {

    /** How long a letter waits for others. */
    static final Duration HOLD_DOWN = Duration.ofSeconds(10);

    /** What counts as lately. */
    static final Duration LATELY = Duration.ofMinutes(30);

    private Throttle() {}

    /** The least time between a recipient's last message and the next, after so many lately. */
    static Duration after(int messages) {
        return switch (messages) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(10);
            case 2 -> Duration.ofMinutes(1);
            case 3 -> Duration.ofMinutes(5);
            default -> Duration.ofMinutes(15);
        };
    }
}
