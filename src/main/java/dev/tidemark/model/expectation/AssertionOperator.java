package dev.tidemark.model.expectation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How an assertion compares a value of the response. */
public enum AssertionOperator {
    EQUALS("equals", "=="),
    NOT_EQUALS("!=", "notEquals"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    CONTAINS("contains"),
    NOT_CONTAINS("notContains"),
    MATCHES("matches"),
    NOT_MATCHES("notMatches"),
    /** Expects true: the value is missing; or false: it is there, even if it is null or empty. */
    ABSENT("absent"),
    /** Compares the text of a JSON value of any type: "3" holds against 3 and against "3". */
    TEXT("text");

    private final List<String> keys;

    AssertionOperator(String... keys) {
        this.keys = List.of(keys);
    }

    /** The operator with a key of the definition format. */
    public static Optional<AssertionOperator> of(String key) {
        return Arrays.stream(values()).filter(one -> one.keys.contains(key)).findFirst();
    }

    /** The key in which it is written. */
    public String key() {
        return keys.get(0);
    }

    /** Whether one key may have a list of expected values, each of which must hold. */
    public boolean isRepeatable() {
        return this == CONTAINS || this == NOT_CONTAINS || isPattern();
    }

    public boolean isPattern() {
        return this == MATCHES || this == NOT_MATCHES;
    }

    /** Whether it orders numbers. */
    public boolean isOrder() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }

    /** Whether it holds for everything except the expected value. */
    public boolean isNegative() {
        return this == NOT_EQUALS || this == NOT_CONTAINS || this == NOT_MATCHES;
    }
}
