package dev.tidemark.security.account;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;

/** The permissions of a token. */
public enum TokenScope {
    /** The permissions of a viewer. */
    READ,
    /** The permissions of an admin. */
    WRITE;

    /** The label of the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Role role() {
        return this == WRITE ? Role.OPERATOR : Role.READER;
    }

    public static TokenScope of(String label) {
        return switch (label) {
            case "read" -> READ;
            case "write" -> WRITE;
            default -> throw new InvalidValueException("validation.scope.unknown", label);
        };
    }
}
