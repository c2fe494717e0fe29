package dev.tidemark.security.auth;

import dev.tidemark.security.account.SessionLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Starts and ends sessions. A session stores only the verified credential; permissions are looked up for each request. */
public final class Sessions {

    private static final String LOGIN = "dev.tidemark.security.auth.login";

    private Sessions() {}

    /** Starts a new session; an existing one might be known to an attacker. */
    public static void begin(HttpServletRequest request, SessionLogin login) {
        end(request);
        request.getSession(true).setAttribute(LOGIN, login);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<SessionLogin> login(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SessionLogin) session.getAttribute(LOGIN));
    }
}
