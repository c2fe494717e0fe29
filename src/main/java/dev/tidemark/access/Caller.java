package dev.tidemark.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;

/** Finds out who calls: by token, or by the session that signing in began. Refusing is the guard's part. */
@ApplicationScoped
public class Caller implements HttpAuthenticationMechanism {

    /** The session's attribute with the name of who signed in. */
    static final String SESSION_NAME = "dev.tidemark.access.name";

    /** May change everything; there is no lesser role yet. */
    static final String ROLE = "operator";

    /** The request's attribute that is there when nobody could be asked who calls. */
    static final String UNKNOWN = "dev.tidemark.access.unknown";

    private static final String BEARER = "Bearer ";

    private final Accounts accounts;

    protected Caller() {
        this(null);
    }

    @Inject
    public Caller(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return name(request)
                    .map(name -> context.notifyContainerAboutLogin(name, Set.of(ROLE)))
                    .orElseGet(context::doNothing);
        } catch (PersistenceException databaseAway) {
            request.setAttribute(UNKNOWN, databaseAway);
            return context.doNothing();
        }
    }

    private Optional<String> name(HttpServletRequest request) {
        Optional<String> token = token(request);
        if (token.isPresent()) {
            return accounts.ownerOf(token.get());
        }
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(SESSION_NAME));
    }

    /** The token of {@code Authorization: Bearer} or {@code x-api-key}. */
    static Optional<String> token(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.ofNullable(request.getHeader("x-api-key"));
    }
}
