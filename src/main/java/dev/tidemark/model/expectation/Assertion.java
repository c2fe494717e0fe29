package dev.tidemark.model.expectation;

import dev.tidemark.platform.i18n.InvalidValueException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * One comparison of a value in the response.
 *
 * @param subject the name of a header, or a JSON path; empty for the whole body
 * @param expected a string for patterns and for texts, a number for orders, a boolean for {@code absent}
 */
public record Assertion(String subject, AssertionOperator operator, JsonValue expected) {

    public Assertion {
        Objects.requireNonNull(subject, "subject");
        if (operator.isOrder() && !(expected instanceof JsonNumber)) {
            throw new InvalidValueException("validation.assertion.number", operator.key(), expected);
        }
        if (operator == AssertionOperator.ABSENT && !isBoolean(expected)) {
            throw new InvalidValueException("validation.type.flag", operator.key());
        }
        if (operator.isPattern() || operator == AssertionOperator.TEXT) {
            if (!(expected instanceof JsonString)) {
                throw new InvalidValueException("validation.type.text", operator.key());
            }
        }
        if (operator.isPattern()) {
            new TextPattern(((JsonString) expected).getString());
        }
    }

    /** The expected string; other values as JSON. */
    public String text() {
        return expected instanceof JsonString string ? string.getString() : expected.toString();
    }

    /** The number that an order compares with. */
    public BigDecimal number() {
        return ((JsonNumber) expected).bigDecimalValue();
    }

    private static boolean isBoolean(JsonValue value) {
        return value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
    }
}
