package dev.tidemark.security.auth;

import dev.tidemark.security.account.SessionLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts and ends sessions. A session stores only the verified credential; permissions are looked up for each request. */
@ApplicationScoped
public class Sessions {

    private static final String LOGIN = "dev.tidemark.security.auth.login";
    private static final String UNCONFIRMED = "dev.tidemark.security.auth.unconfirmed";
    private static final Duration CONFIRMATION = Duration.ofMinutes(5);
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
        begin(request, LOGIN, login);
    }

    /** Starts a session without permissions: the user has entered the password, but not yet the code. */
    void beginUnconfirmed(HttpServletRequest request, SessionLogin login) {
        begin(request, UNCONFIRMED, login);
    }

    private void begin(HttpServletRequest request, String kind, SessionLogin login) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(kind, login);
        session.setAttribute(STARTED, clock.instant());
    }

    /** The login of a user who has to enter the code; empty if it took too long. */
    Optional<SessionLogin> unconfirmed(HttpServletRequest request) {
        return find(request, UNCONFIRMED, CONFIRMATION);
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
        return find(request, LOGIN, settings.max());
    }

    private Optional<SessionLogin> find(HttpServletRequest request, String kind, Duration maxAge) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(STARTED) instanceof Instant started)
                || !(session.getAttribute(kind) instanceof SessionLogin login)) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(started.plus(maxAge))) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(login);
    }
}
