package dev.tidemark.security.auth;

import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditOrigin;
import dev.tidemark.platform.audit.AuditTrail;
import dev.tidemark.security.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records requests that were refused: changes without permission, after a conflict, or with a wrong credential, and failed
 * sign-ins. Their number is limited, so that outsiders cannot fill the audit log.
 */
@ApplicationScoped
public class RefusedRequests {

    private static final Logger LOG = Logger.getLogger(RefusedRequests.class.getName());
    private static final Set<Integer> REFUSED_CHANGE = Set.of(401, 403, 409, 412, 428, 429);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final AuditTrail trail;
    private final Accounts accounts;
    private final RefusalLimit limit;

    @Inject
    public RefusedRequests(AuditTrail trail, Accounts accounts, RefusalLimit limit) {
        this.trail = trail;
        this.accounts = accounts;
        this.limit = limit;
    }

    /** Records the request if its status says that it was refused. */
    void record(HttpServletRequest request, int status, AuditOrigin origin) {
        if (!isRefusal(request, status)) {
            return;
        }
        Optional<Integer> omitted = limit.permit(origin.address().orElse(""));
        if (omitted.isEmpty()) {
            return;
        }
        try {
            trail.refused(origin, attempt(request, status, omitted.get()));
        } catch (RuntimeException databaseUnavailable) {
            LOG.log(Level.WARNING, "A refused request cannot be recorded in the audit log", databaseUnavailable);
        }
    }

    private static boolean isRefusal(HttpServletRequest request, int status) {
        if (request.getAttribute(AuthenticationMechanism.DATABASE_UNAVAILABLE) != null) {
            return false;
        }
        boolean credential = AuthenticationMechanism.token(request).isPresent();
        return status == FORBIDDEN
                || status == UNAUTHORIZED && credential
                || !AccessRule.isSafe(request.getMethod()) && REFUSED_CHANGE.contains(status);
    }

    private AuditChange attempt(HttpServletRequest request, int status, int omitted) {
        Map<String, Object> details = new LinkedHashMap<>(Map.of("status", status));
        if (omitted > 0) {
            details.put("omittedBefore", omitted);
        }
        String path = SecurityFilter.path(request);
        return path.startsWith("/login")
                ? AuditChange.action("sign-in", "session", knownUser(request), details)
                : AuditChange.action(request.getMethod(), "route", path, details);
    }

    /** The name that was entered if there is such a user: some people enter their password there. */
    private String knownUser(HttpServletRequest request) {
        if (request.getAttribute(SignInPage.USER) instanceof String name) {
            return name;
        }
        return Optional.ofNullable(request.getParameter("user"))
                .flatMap(accounts::knownName)
                .orElse("");
    }
}
