package dev.tidemark.security.account;

import dev.tidemark.platform.i18n.InvalidValueException;
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
            default -> throw new InvalidValueException("validation.role.unknown", label);
        };
    }
}
