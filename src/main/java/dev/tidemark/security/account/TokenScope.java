package dev.tidemark.security.account;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;

/** What a token may do. */
public enum TokenScope {
    /** What a reader may. */
    READ,
    /** What an operator may. */
    WRITE;

    /** As people and the API write it: {@code write}. */
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
