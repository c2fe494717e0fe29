package dev.tidemark.comparison;

import dev.tidemark.wording.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Pairs of periods that people ask for again and again. */
public enum Preset {
    DAY("period_preset.day", Duration.ofDays(1), Duration.ofDays(1)),
    SAMEDAY("period_preset.sameday", Duration.ofDays(1), Duration.ofDays(7)),
    WEEK("period_preset.week", Duration.ofDays(7), Duration.ofDays(7)),
    MONTH("period_preset.month", Duration.ofDays(30), Duration.ofDays(30));

    private final String key;
    private final Duration span;
    private final Duration back;

    Preset(String key, Duration span, Duration back) {
        this.key = key;
        this.span = span;
        this.back = back;
    }

    static Optional<Preset> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public Said title() {
        return Said.of(key);
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
