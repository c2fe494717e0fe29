package dev.tidemark.prober.response;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that was looked for in a body.
 *
 * @param value finite
 * @param reason why there is none; empty if there is one
 */
public record NumberLookup(OptionalDouble value, Optional<LocalizedMessage> reason) {

    private static final int MAX_LENGTH = 400;

    static NumberLookup found(String where, double value) {
        return Double.isFinite(value)
                ? new NumberLookup(OptionalDouble.of(value), Optional.empty())
                : absent(LocalizedMessage.of("absence.http.notFinite", where, notFinite(value)));
    }

    static NumberLookup absent(LocalizedMessage reason) {
        return new NumberLookup(OptionalDouble.empty(), Optional.of(reason));
    }

    /** A decimal number; longer texts are none. */
    static Optional<Double> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.strip()).doubleValue());
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }
}
