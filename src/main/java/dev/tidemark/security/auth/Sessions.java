package dev.tidemark.security.auth;

import dev.tidemark.security.account.SessionLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Starts and ends sessions. A session stores only the verified credential; permissions are looked up for each request. */
@ApplicationScoped
public class Sessions {

    private static final String LOGIN = "dev.tidemark.security.auth.login";
    private static final String SIGN_OUT = "dev.tidemark.security.auth.signOut";
    private static final String STARTED = "dev.tidemark.security.auth.started";

    private final SessionSettings settings;
    private final Clock clock;

    @Inject
    public Sessions(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts a new session; an existing one might be known to an attacker. */
    public void begin(HttpServletRequest request, SessionLogin login) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(LOGIN, login);
        session.setAttribute(STARTED, clock.instant());
    }

    /** Signing out of the session of this request continues at that URL, where the user signs out of the OpenID provider. */
    public static void signOutAt(HttpServletRequest request, URI provider) {
        request.getSession(true).setAttribute(SIGN_OUT, provider);
    }

    static Optional<URI> signOutUri(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (URI) session.getAttribute(SIGN_OUT));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The login of the session; empty if there is none, or if it has reached its maximum age. */
    Optional<SessionLogin> login(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(STARTED) instanceof Instant started)) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(started.plus(settings.max()))) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.ofNullable((SessionLogin) session.getAttribute(LOGIN));
    }
}
