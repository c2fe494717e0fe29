package dev.tidemark.prober.response;

import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Describes failed assertions: what was found, and what was expected. */
final class ExpectationText {

    private static final int MAX_LENGTH = 200;

    private ExpectationText() {}

    /** {@code $.queue.length is 12, expected 13}. */
    static LocalizedMessage unexpected(String where, JsonValue actual, Assertion assertion) {
        boolean strings = actual instanceof JsonString && assertion.expected() instanceof JsonString;
        String found = shortened(strings ? JsonComparison.text(actual) : actual.toString());
        boolean sameText = assertion.operator() == AssertionOperator.EQUALS
                && JsonComparison.text(actual).equals(assertion.text())
                && !strings;
        return sameText
                ? LocalizedMessage.of(
                        "outcome.http.value.type",
                        where,
                        found,
                        type(actual),
                        expected(assertion, false),
                        type(assertion.expected()))
                : LocalizedMessage.of("outcome.http.value", where, found, expected(assertion, strings));
    }

    static LocalizedMessage missing(String where, Assertion assertion) {
        return LocalizedMessage.of("outcome.http.missingValue", where, expected(assertion, false));
    }

    /** {@code < 5}, {@code to contain "x"}. */
    private static LocalizedMessage expected(Assertion assertion, boolean bare) {
        String value = shortened(bare ? assertion.text() : assertion.expected().toString());
        return LocalizedMessage.of("outcome.http.expected." + suffix(assertion), value);
    }

    private static String suffix(Assertion assertion) {
        boolean present = assertion.expected().equals(JsonValue.FALSE);
        return switch (assertion.operator()) {
            case ABSENT -> present ? "PRESENT" : "ABSENT";
            default -> assertion.operator().name();
        };
    }

    private static LocalizedMessage type(JsonValue value) {
        return LocalizedMessage.of("outcome.http.type."
                + switch (value.getValueType()) {
                    case TRUE, FALSE -> "BOOLEAN";
                    default -> value.getValueType().name();
                });
    }

    /** At most 200 characters, in one line. */
    static String shortened(String text) {
        String line = text.length() > 2 * MAX_LENGTH ? text.substring(0, 2 * MAX_LENGTH) : text;
        line = line.strip().replaceAll("\\s+", " ");
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }
}
