package dev.tidemark.security.auth;

import java.util.List;
import java.util.Set;

/** The access rule of a request, by method and path. */
enum AccessRule {
    /** No authentication. */
    PUBLIC,
    /** Reading a page: requires authentication, unless the server is reachable from this machine only. */
    READ,
    /** A badge, which other sites embed: like reading a page, unless badges are public. */
    BADGE,
    /** The data of the signed-in user, such as their own password. */
    OWN_ACCOUNT,
    /** Users and tokens: for administrators only, and always with authentication. */
    USER_MANAGEMENT,
    /** Changing something on a page: requires authentication and a same-origin request. */
    WRITE,
    /** The API: requires a token, or a signed-in user and a same-origin request. */
    API;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> PUBLIC_FOLDERS =
            List.of("/health/", "/calibration/", "/assets/", "/letters/", "/jakarta.faces.resource/");
    private static final Set<String> PUBLIC_PATHS = Set.of(
            "/health", "/metrics", "/login", "/logout", "/openapi", "/calibration", "/favicon.ico", "/robots.txt");

    private static final String USERS = "/api/v1/users";
    private static final Set<String> OWN_ACCOUNT_PATHS = Set.of("/settings/password");
    private static final Set<String> USER_MANAGEMENT_PATHS =
            Set.of("/settings/access", "/settings/secrets", "/api/v1/secrets", "/api/v1/tokens", USERS);

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
