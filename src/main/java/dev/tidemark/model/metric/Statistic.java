package dev.tidemark.model.metric;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;
import java.util.OptionalDouble;

/** Reduces several values to one. Labels are in lower case: {@code median}, {@code p75}. */
public enum Statistic {
    MIN(0),
    MEDIAN(0.5),
    P75(0.75),
    P90(0.9),
    P95(0.95),
    P99(0.99),
    MAX(1),
    MEAN(Double.NaN);

    private final double fraction;

    Statistic(double fraction) {
        this.fraction = fraction;
    }

    /** The value of this statistic over at least one value, in any order. */
    public double of(double[] values) {
        return this == MEAN ? Quantile.mean(values) : Quantile.of(values, fraction);
    }

    /** The quantile's fraction; empty for the mean. */
    public OptionalDouble fraction() {
        return this == MEAN ? OptionalDouble.empty() : OptionalDouble.of(fraction);
    }

    /** As people read it. */
    public LocalizedMessage title() {
        return LocalizedMessage.of("statistic." + label());
    }

    /** As definitions write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Parses a label such as {@code p75}.
     *
     * @throws InvalidValueException for an unknown label
     */
    public static Statistic parse(String label) {
        for (Statistic statistic : values()) {
            if (statistic.label().equals(label)) {
                return statistic;
            }
        }
        throw new InvalidValueException("validation.statistic.unknown", label);
    }
}
