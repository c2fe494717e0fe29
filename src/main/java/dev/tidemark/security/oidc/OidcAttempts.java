package dev.tidemark.security.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sign-ins that have begun in a browser, in its session: several tabs may sign in at once. Each can be completed once. */
final class OidcAttempts {

    private static final String ATTEMPTS = "dev.tidemark.security.oidc.attempts";
    private static final int MAX = 5;
    private static final int SESSION_SECONDS = 600;

    private OidcAttempts() {}

    static void add(HttpServletRequest request, OidcAttempt attempt) {
        HttpSession session = request.getSession(true);
        if (session.isNew()) {
            session.setMaxInactiveInterval(SESSION_SECONDS);
        }
        ArrayList<OidcAttempt> attempts = new ArrayList<>(attempts(session));
        attempts.add(attempt);
        session.setAttribute(
                ATTEMPTS, new ArrayList<>(attempts.subList(Math.max(0, attempts.size() - MAX), attempts.size())));
    }

    static Optional<OidcAttempt> take(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        ArrayList<OidcAttempt> attempts = new ArrayList<>(attempts(session));
        Optional<OidcAttempt> found =
                attempts.stream().filter(one -> one.state().equals(state)).findFirst();
        found.ifPresent(attempts::remove);
        session.setAttribute(ATTEMPTS, attempts);
        return found;
    }

    private static List<OidcAttempt> attempts(HttpSession session) {
        List<OidcAttempt> attempts = new ArrayList<>();
        if (session.getAttribute(ATTEMPTS) instanceof List<?> list) {
            list.forEach(one -> attempts.add((OidcAttempt) one));
        }
        return attempts;
    }
}
