package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keys that combine metric and threshold: {@code minUptime: 99.95}. */
enum LimitShorthand {
    NONE("", null, null),
    MIN_UPTIME("minUptime", Metric.UPTIME, Duration.ofDays(30)),
    MAX_ERRORS("maxErrors", Metric.ERRORS, Duration.ofDays(1)),
    NO_RESULT_FOR("noResultFor", Metric.SILENCE, null);

    private final String key;
    private final Metric metric;
    private final Duration window;

    LimitShorthand(String key, Metric metric, Duration window) {
        this.key = key;
        this.metric = metric;
        this.window = window;
    }

    /** The shorthand that the section uses. A second one, or a metric or threshold next to it, is an error. */
    static LimitShorthand of(MappingReader section) {
        List<LimitShorthand> all = Arrays.stream(values())
                .filter(form -> form != NONE && section.has(form.key))
                .toList();
        if (all.isEmpty()) {
            return NONE;
        }
        String first = all.get(0).key;
        all.stream().skip(1).forEach(other -> section.addError(other.key, excluded(first, other.key)));
        for (String other : List.of("metric", "max", "min", "maxIncrease", "maxDecrease")) {
            if (section.has(other)) {
                section.addError(other, excluded(first, other));
            }
        }
        return all.get(0);
    }

    boolean isUsed() {
        return this != NONE;
    }

    Optional<Metric> metric() {
        return Optional.ofNullable(metric);
    }

    /** The default window. */
    Optional<Duration> window() {
        return Optional.ofNullable(window);
    }

    Optional<Bound> bound(MappingReader section) {
        if (this == NO_RESULT_FOR) {
            return section.duration(key).map(span -> new Bound.Max(span.toMillis()));
        }
        Optional<Double> percent = section.number(key).filter(number -> number >= 0 && number <= 100);
        if (percent.isEmpty()) {
            section.addError(key, LocalizedMessage.of("validation.percentage.range", key));
        }
        return percent.map(number -> this == MIN_UPTIME ? new Bound.Min(number) : new Bound.Max(number));
    }

    private static LocalizedMessage excluded(String first, String other) {
        return LocalizedMessage.of("validation.budget.exclusiveKeys", first + ", " + other);
    }
}
