package dev.tidemark.alerting.incident;

import java.time.Duration;
import java.util.Optional;

/** The hours for which a form acknowledges an incident. */
public final class SnoozeHours {

    private SnoozeHours() {}

    /**
     * Empty if the text is no number of hours from 1 to 999.
     *
     * @param text may be null
     */
    public static Optional<Duration> read(String text) {
        return Optional.ofNullable(text)
                .filter(hours -> hours.matches("[1-9][0-9]{0,2}"))
                .map(hours -> Duration.ofHours(Long.parseLong(hours)));
    }
}
