package dev.tidemark.security.account;

import java.util.Locale;

/** What a user may do. */
public enum Role {
    /** Everything. */
    OPERATOR,
    /** Look at pages, and read the API. */
    READER;

    /** As people and the API write it: {@code operator}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String label) {
        return switch (label) {
            case "operator" -> OPERATOR;
            case "reader" -> READER;
            default ->
                throw new IllegalArgumentException("role \"" + label + "\" is unknown; there are operator, reader");
        };
    }
}
