package dev.tidemark.security.auth;

import java.util.List;
import java.util.Set;

/** What a request needs before it may go on. */
enum AccessRule {
    /** Anybody. */
    PUBLIC,
    /** A page that is read: a login, unless only this machine can reach the product. */
    READ,
    /** A badge, which pages of others embed: as a page that is read, unless badges are shown to everybody. */
    BADGE,
    /** What belongs to whoever has signed in, such as their own password. */
    OWN_ACCOUNT,
    /** Who there is: also to be looked at by operators only, and never without a login. */
    USER_MANAGEMENT,
    /** A page that changes something: a login, and that the request comes from our own pages. */
    WRITE,
    /** The API: a token, or a login and that the request comes from our own pages. */
    API;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> PUBLIC_FOLDERS =
            List.of("/health/", "/calibration/", "/assets/", "/letters/", "/jakarta.faces.resource/");
    private static final Set<String> PUBLIC_PATHS = Set.of(
            "/health", "/metrics", "/login", "/logout", "/openapi", "/calibration", "/favicon.ico", "/robots.txt");

    private static final String USERS = "/api/v1/users";
    private static final Set<String> OWN_ACCOUNT_PATHS = Set.of("/settings/password");
    private static final Set<String> USER_MANAGEMENT_PATHS = Set.of("/settings/access", "/api/v1/tokens", USERS);

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    static AccessRule of(String method, String path) {
        if (OWN_ACCOUNT_PATHS.contains(path) || method.equals("PATCH") && path.startsWith(USERS + "/")) {
            return OWN_ACCOUNT;
        }
        if (USER_MANAGEMENT_PATHS.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"))) {
            return USER_MANAGEMENT;
        }
        if (path.equals("/api") || path.startsWith("/api/")) {
            return API;
        }
        if (PUBLIC_PATHS.contains(path) || PUBLIC_FOLDERS.stream().anyMatch(path::startsWith)) {
            return PUBLIC;
        }
        if (!isSafe(method)) {
            return WRITE;
        }
        return path.startsWith("/badge/") ? BADGE : READ;
    }
}
