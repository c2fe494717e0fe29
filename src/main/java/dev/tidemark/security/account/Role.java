package dev.tidemark.security.account;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;

/** The role of a user. The names of the constants are stored, and used as labels by the API. */
public enum Role {
    /** Administrators: all permissions. */
    OPERATOR,
    /** Viewers: may read pages and API. */
    READER;

    /** The label of the API. */
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
