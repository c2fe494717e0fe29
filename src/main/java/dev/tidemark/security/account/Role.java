package dev.tidemark.security.account;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The role of a user, from the most to the least powerful. Each includes those after it. The names of the constants are stored, and
 * used as labels by the API.
 */
public enum Role {
    /** Admins: all permissions. */
    OPERATOR,
    /** Editors: may change what is measured and who is notified, but not users, tokens, secrets or the audit log. */
    EDITOR,
    /** Viewers: may read pages and API. */
    READER;

    /** The label of the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The labels of this role and of those that it includes. */
    public Set<String> labels() {
        return Arrays.stream(values())
                .filter(other -> other.compareTo(this) >= 0)
                .map(Role::label)
                .collect(Collectors.toSet());
    }

    /** The most powerful role of a caller; viewer if there is none. */
    public static Role highest(Predicate<String> hasRole) {
        return Arrays.stream(values())
                .filter(role -> hasRole.test(role.label()))
                .findFirst()
                .orElse(READER);
    }

    /** Reads a label of the API, or the name of the role on pages. */
    public static Role of(String label) {
        return switch (label) {
            case "operator", "admin" -> OPERATOR;
            case "editor" -> EDITOR;
            case "reader", "viewer" -> READER;
            default -> throw new InvalidValueException("validation.role.unknown", label);
        };
    }
}
