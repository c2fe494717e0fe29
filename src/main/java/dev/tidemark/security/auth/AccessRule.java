package dev.tidemark.security.auth;

import java.util.Set;

/** Who may use a route. {@link AccessTable} has the rule of each route. */
enum AccessRule {
    /** Everyone, without authentication. */
    PUBLIC("everyone"),
    /** As {@link #VIEW}, and everyone if badges are public: other sites embed them. */
    BADGE("viewer; everyone if badges are public"),
    /** Every user and token. Pages are open to everyone while only this machine can reach the server. */
    VIEW("viewer"),
    /** Editors and admins, and tokens with the scope edit or write. */
    EDIT("editor"),
    /** Every user for their own account; admins for all. */
    OWN_ACCOUNT("every user, own account only; admin"),
    /** Admins, and tokens with the scope write. */
    ADMIN("admin");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String label;

    AccessRule(String label) {
        this.label = label;
    }

    /** The least role, as the manual names it. */
    String label() {
        return label;
    }

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }
}
