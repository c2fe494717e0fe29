package dev.tidemark.security.auth;

import java.util.Set;

/** Who may use a route. {@link AccessTable} has the rule of each route. */
enum AccessRule {
    /** Everyone, without authentication. */
    PUBLIC,
    /** As {@link #VIEW}, and everyone if badges are public: other sites embed them. */
    BADGE,
    /** Every user and token. Pages are open to everyone while only this machine can reach the server. */
    VIEW,
    /** Editors and admins, and tokens with the scope edit or write. */
    EDIT,
    /** Every user for their own account; admins for all. */
    OWN_ACCOUNT,
    /** Admins, and tokens with the scope write. */
    ADMIN;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }
}
