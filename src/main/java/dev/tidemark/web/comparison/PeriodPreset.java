package dev.tidemark.web.comparison;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Predefined pairs of periods. */
public enum PeriodPreset {
    DAY("compare.preset.day", Duration.ofDays(1), Duration.ofDays(1)),
    SAMEDAY("compare.preset.sameDay", Duration.ofDays(1), Duration.ofDays(7)),
    WEEK("compare.preset.week", Duration.ofDays(7), Duration.ofDays(7)),
    MONTH("compare.preset.month", Duration.ofDays(30), Duration.ofDays(30));

    private final String key;
    private final Duration span;
    private final Duration back;

    PeriodPreset(String key, Duration span, Duration back) {
        this.key = key;
        this.span = span;
        this.back = back;
    }

    static Optional<PeriodPreset> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public LocalizedMessage title() {
        return LocalizedMessage.of(key);
    }

    /** The value of the URL parameter. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Interval after(Instant now) {
        return new Interval(now.minus(span), now);
    }

    Interval before(Instant now) {
        return new Interval(now.minus(span).minus(back), now.minus(back));
    }
}
