package dev.tidemark.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Pairs of periods that people ask for again and again. */
public enum Preset {
    DAY("The last 24 hours against those before", Duration.ofDays(1), Duration.ofDays(1)),
    SAMEDAY("The last 24 hours against the same a week ago", Duration.ofDays(1), Duration.ofDays(7)),
    WEEK("This week against last", Duration.ofDays(7), Duration.ofDays(7)),
    MONTH("The last 30 days against those before", Duration.ofDays(30), Duration.ofDays(30));

    private final String title;
    private final Duration span;
    private final Duration back;

    Preset(String title, Duration span, Duration back) {
        this.title = title;
        this.span = span;
        this.back = back;
    }

    static Optional<Preset> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String title() {
        return title;
    }

    /** As the address writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Era after(Instant now) {
        return new Era(now.minus(span), now);
    }

    Era before(Instant now) {
        return new Era(now.minus(span).minus(back), now.minus(back));
    }
}
