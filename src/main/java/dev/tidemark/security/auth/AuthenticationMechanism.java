package dev.tidemark.security.auth;

import dev.tidemark.platform.database.DatabaseFailure;
import dev.tidemark.platform.database.DatabaseMonitor;
import dev.tidemark.platform.database.DatabaseStatus;
import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.ApiTokenUsage;
import dev.tidemark.security.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Authenticates requests by token or session. Both are verified for each request, so that revocations and changes take effect
 * immediately on all nodes. Requests are rejected by {@link SecurityFilter}.
 */
@ApplicationScoped
public class AuthenticationMechanism implements HttpAuthenticationMechanism {

    /** The additional role of users who have signed in with a password. */
    public static final String SIGNED_IN_USER = "person";

    /** The request attribute with the {@link DatabaseStatus} when the database was not available for authentication. */
    static final String DATABASE_UNAVAILABLE = "dev.tidemark.security.auth.unknown";

    /** The request attribute with the expired token. */
    static final String EXPIRED_TOKEN = "dev.tidemark.security.auth.expired";

    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final ApiTokenUsage usage;
    private final DatabaseMonitor database;
    private final Clock clock;

    @Inject
    public AuthenticationMechanism(Accounts accounts, ApiTokenUsage usage, DatabaseMonitor database, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.usage = usage;
        this.clock = clock;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (AccessRule.of(request.getMethod(), SecurityFilter.path(request)) == AccessRule.PUBLIC) {
            return context.doNothing();
        }
        DatabaseStatus status = database.check();
        if (status.state() == DatabaseStatus.State.UNAVAILABLE) {
            request.setAttribute(DATABASE_UNAVAILABLE, status);
            return context.doNothing();
        }
        try {
            return AuthenticationMechanism.token(request)
                    .map(secret -> authenticateByToken(secret, request, context))
                    .orElseGet(() -> authenticateBySession(request, context));
        } catch (RuntimeException failed) {
            if (!(failed instanceof PersistenceException) && !DatabaseFailure.isCauseOf(failed)) {
                throw failed;
            }
            request.setAttribute(DATABASE_UNAVAILABLE, status.failed(failed, clock.instant()));
            return context.doNothing();
        }
    }

    private AuthenticationStatus authenticateByToken(
            String secret, HttpServletRequest request, HttpMessageContext context) {
        Optional<ApiToken> token = accounts.token(secret);
        if (token.isEmpty()) {
            return context.doNothing();
        }
        if (token.get().isExpired(clock.instant())) {
            request.setAttribute(EXPIRED_TOKEN, token.get());
            return context.doNothing();
        }
        usage.record(token.get());
        String role = token.get().scope().role().label();
        return context.notifyContainerAboutLogin(token.get().actsAs(), Set.of(role));
    }

    private AuthenticationStatus authenticateBySession(HttpServletRequest request, HttpMessageContext context) {
        return Sessions.login(request)
                .flatMap(login -> accounts.roleOf(login)
                        .map(role ->
                                context.notifyContainerAboutLogin(login.name(), Set.of(role.label(), SIGNED_IN_USER))))
                .orElseGet(context::doNothing);
    }

    static boolean isOperator(HttpServletRequest request) {
        return request.isUserInRole(Role.OPERATOR.label());
    }

    /** The token from {@code Authorization: Bearer} or {@code x-api-key}. */
    static Optional<String> token(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.ofNullable(request.getHeader("x-api-key"));
    }
}
