package dev.tidemark.prober.response;

import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.model.expectation.TextPattern;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** Whether a value that was found satisfies an assertion. */
final class ValueCheck {

    private ValueCheck() {}

    static boolean holds(Assertion assertion, JsonValue actual) {
        JsonValue expected = assertion.expected();
        return switch (assertion.operator()) {
            case EQUALS -> JsonComparison.equal(actual, expected);
            case NOT_EQUALS -> !JsonComparison.equal(actual, expected);
            case LESS, AT_MOST, GREATER, AT_LEAST ->
                actual instanceof JsonNumber number
                        && isOrdered(assertion.operator(), number.bigDecimalValue(), assertion.number());
            case CONTAINS -> contains(actual, expected);
            case NOT_CONTAINS -> isContainer(actual) && !contains(actual, expected);
            case MATCHES -> isText(actual) && matches(assertion, actual);
            case NOT_MATCHES -> isText(actual) && !matches(assertion, actual);
            case ABSENT -> expected.equals(JsonValue.FALSE);
            case TEXT -> JsonComparison.text(actual).equals(assertion.text());
        };
    }

    static boolean isOrdered(AssertionOperator operator, BigDecimal actual, BigDecimal bound) {
        int order = actual.compareTo(bound);
        return switch (operator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isContainer(JsonValue actual) {
        return actual instanceof JsonString || actual instanceof JsonArray;
    }

    private static boolean contains(JsonValue actual, JsonValue expected) {
        if (actual instanceof JsonArray array) {
            return array.stream().anyMatch(element -> JsonComparison.equal(element, expected));
        }
        return actual instanceof JsonString string
                && expected instanceof JsonString part
                && string.getString().contains(part.getString());
    }

    /** The text of numbers and booleans can match a pattern; null, arrays and objects have none. */
    private static boolean isText(JsonValue actual) {
        return !(actual instanceof JsonStructure) && !actual.equals(JsonValue.NULL);
    }

    private static boolean matches(Assertion assertion, JsonValue actual) {
        return new TextPattern(assertion.text())
                .find(JsonComparison.text(actual))
                .isPresent();
    }
}
