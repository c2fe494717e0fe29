package dev.tidemark.security.account;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;

/** The permissions of a token. */
public enum TokenScope {
    /** The permissions of a viewer. */
    READ,
    /** The permissions of an editor. */
    EDIT,
    /** The permissions of an admin. */
    WRITE;

    /** The label of the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Role role() {
        return switch (this) {
            case READ -> Role.READER;
            case EDIT -> Role.EDITOR;
            case WRITE -> Role.OPERATOR;
        };
    }

    /** The scope with the permissions of a role. */
    public static TokenScope of(Role role) {
        return switch (role) {
            case READER -> READ;
            case EDITOR -> EDIT;
            case OPERATOR -> WRITE;
        };
    }

    public static TokenScope of(String label) {
        return switch (label) {
            case "read" -> READ;
            case "edit" -> EDIT;
            case "write" -> WRITE;
            default -> throw new InvalidValueException("validation.scope.unknown", label);
        };
    }
}
