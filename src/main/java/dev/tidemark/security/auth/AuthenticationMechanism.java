package dev.tidemark.security.auth;

import dev.tidemark.platform.database.DatabaseFailure;
import dev.tidemark.platform.database.DatabaseMonitor;
import dev.tidemark.platform.database.DatabaseStatus;
import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.ApiTokenUsage;
import dev.tidemark.security.account.Role;
import dev.tidemark.security.account.SecondFactorPolicy;
import dev.tidemark.security.account.SessionLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
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

    /** The request attribute with the token that authenticates the request. */
    static final String TOKEN_USED = "dev.tidemark.security.auth.token";

    /** The request attribute with the expired token. */
    static final String EXPIRED_TOKEN = "dev.tidemark.security.auth.expired";

    /** The request attribute with the time to wait after too many unknown tokens. */
    static final String TOO_MANY_TOKENS = "dev.tidemark.security.auth.tooMany";

    /** The request attribute that is set when the user must set up a second factor before anything else. */
    public static final String SECOND_FACTOR_MISSING = "dev.tidemark.security.auth.secondFactorMissing";

    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final ApiTokenUsage usage;
    private final TokenGuesses guesses;
    private final Sessions sessions;
    private final SecondFactorPolicy secondFactors;
    private final DatabaseMonitor database;
    private final Clock clock;

    @Inject
    public AuthenticationMechanism(
            Accounts accounts,
            ApiTokenUsage usage,
            TokenGuesses guesses,
            Sessions sessions,
            SecondFactorPolicy secondFactors,
            DatabaseMonitor database,
            Clock clock) {
        this.secondFactors = secondFactors;
        this.database = database;
        this.accounts = accounts;
        this.usage = usage;
        this.guesses = guesses;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (AccessTable.rule(request.getMethod(), SecurityFilter.path(request)) == AccessRule.PUBLIC) {
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
        Optional<Duration> pause = guesses.pause(request);
        if (pause.isPresent()) {
            request.setAttribute(TOO_MANY_TOKENS, pause.get());
            return context.doNothing();
        }
        Optional<ApiToken> token = accounts.token(secret);
        if (token.isEmpty()) {
            guesses.reject(request, secret).ifPresent(time -> request.setAttribute(TOO_MANY_TOKENS, time));
            return context.doNothing();
        }
        if (token.get().isExpired(clock.instant())) {
            request.setAttribute(EXPIRED_TOKEN, token.get());
            return context.doNothing();
        }
        usage.record(token.get());
        request.setAttribute(TOKEN_USED, token.get());
        return context.notifyContainerAboutLogin(
                token.get().actsAs(), token.get().scope().role().labels());
    }

    private AuthenticationStatus authenticateBySession(HttpServletRequest request, HttpMessageContext context) {
        return sessions.login(request)
                .flatMap(login -> accounts.roleOf(login)
                        .map(role -> context.notifyContainerAboutLogin(login.name(), roles(login, role, request))))
                .orElseGet(context::doNothing);
    }

    /** Without a second factor that is required, a user has no role. */
    private Set<String> roles(SessionLogin login, Role role, HttpServletRequest request) {
        if (secondFactors.isMissing(login.name(), role)) {
            request.setAttribute(SECOND_FACTOR_MISSING, true);
            return Set.of(SIGNED_IN_USER);
        }
        Set<String> roles = new HashSet<>(role.labels());
        roles.add(SIGNED_IN_USER);
        return roles;
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
