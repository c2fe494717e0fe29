package dev.tidemark.security.auth;

import dev.tidemark.security.account.SessionLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Sessions keep the verified credential, and nothing of what follows from it: that is looked up at each request. */
public final class Sessions {

    private static final String LOGIN = "dev.tidemark.security.auth.login";

    private Sessions() {}

    /** A new session: one that was there before may be known to an attacker. */
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
