package dev.tidemark.security.auth;

import dev.tidemark.platform.database.DatabaseStatus;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.http.OutageResponse;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.Role;
import dev.tidemark.security.account.TokenScope;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Filters every request: rejects unknown hosts, requires authentication, and sets security headers. Mapped in web.xml as the
 * first filter, because annotations cannot define the order and a filter that forwards would bypass it.
 */
public class SecurityFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String SECOND_FACTOR = "/settings/second-factor";

    private final transient AuthSettings settings;
    private final transient Sessions sessions;
    private final transient OutageResponse outage;

    @Inject
    public SecurityFilter(AuthSettings settings, Sessions sessions, OutageResponse outage) {
        this.settings = settings;
        this.sessions = sessions;
        this.outage = outage;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        SecurityHeaders.set(response);
        String host = request.getHeader("Host");
        if (host == null || !settings.isOwnHost(host)) {
            sendProblem(request, response, path, Problem.of(421, LocalizedMessage.of("problem.host.unknown")));
        } else if (mayPass(request, response, path)) {
            chain.doFilter(request, response);
        }
    }

    private boolean mayPass(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        AccessRule rule = AccessTable.rule(request.getMethod(), path);
        boolean known = request.getUserPrincipal() != null || isKnownInOutage(request);
        boolean open = !known && isOpen(rule, request, path);
        if (rule == AccessRule.VIEW && (known || open)) {
            request.setAttribute(OutageResponse.MAY_READ, rule);
        }
        if (rule == AccessRule.PUBLIC || open) {
            return true;
        }
        if (!known && isUnlisted(request, path) && isOpen(AccessRule.VIEW, request, path)) {
            refuse(request, response, path, 404, LocalizedMessage.of("problem.path.notFound"));
            return false;
        }
        if (!known) {
            requestSignIn(request, response, path);
            return false;
        }
        if (isSecondFactorMissing(request) && !path.equals(SECOND_FACTOR)) {
            requireSecondFactor(request, response, path);
            return false;
        }
        boolean byCookie = AuthenticationMechanism.token(request).isEmpty();
        if (byCookie && !AccessRule.isSafe(request.getMethod()) && !isFromOwnPage(request)) {
            sendProblem(request, response, path, Problem.of(403, LocalizedMessage.of("problem.origin.foreign")));
            return false;
        }
        if (!isAllowed(rule, request)) {
            forbid(request, response, rule, path);
            return false;
        }
        return true;
    }

    private static boolean isSecondFactorMissing(HttpServletRequest request) {
        return request.getAttribute(AuthenticationMechanism.SECOND_FACTOR_MISSING) != null;
    }

    private static void requireSecondFactor(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        if (isApi(path)) {
            refuse(request, response, path, 403, LocalizedMessage.of("problem.secondFactor.required"));
        } else {
            BasePath.seeOther(request, response, SECOND_FACTOR);
        }
    }

    /** A session outlives an outage of the database, but its user cannot be verified: it may only read what the node remembers. */
    private boolean isKnownInOutage(HttpServletRequest request) {
        return request.getAttribute(AuthenticationMechanism.DATABASE_UNAVAILABLE) != null
                && sessions.login(request).isPresent();
    }

    /** Whether a request without authentication may read, because only this machine can reach the server. */
    private boolean isOpen(AccessRule rule, HttpServletRequest request, String path) {
        if (rule == AccessRule.BADGE) {
            return settings.areBadgesPublic();
        }
        return rule == AccessRule.VIEW
                && settings.isLoopbackOnly()
                && AccessRule.isSafe(request.getMethod())
                && (!isApi(path) || "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    private static boolean isUnlisted(HttpServletRequest request, String path) {
        return AccessRule.isSafe(request.getMethod())
                && AccessTable.find(request.getMethod(), path).isEmpty();
    }

    private static boolean isAllowed(AccessRule rule, HttpServletRequest request) {
        return switch (rule) {
            case PUBLIC, BADGE, VIEW -> true;
            case EDIT -> request.isUserInRole(Role.EDITOR.label());
            case OWN_ACCOUNT ->
                request.isUserInRole(AuthenticationMechanism.SIGNED_IN_USER)
                        || request.isUserInRole(Role.OPERATOR.label());
            case ADMIN -> request.isUserInRole(Role.OPERATOR.label());
        };
    }

    private static void forbid(HttpServletRequest request, HttpServletResponse response, AccessRule rule, String path)
            throws IOException {
        if (isUnlisted(request, path)) {
            refuse(request, response, path, 404, LocalizedMessage.of("problem.path.notFound"));
            return;
        }
        boolean isUser = request.isUserInRole(AuthenticationMechanism.SIGNED_IN_USER);
        Role required = rule == AccessRule.EDIT ? Role.EDITOR : Role.OPERATOR;
        Role actual = Role.highest(request::isUserInRole);
        LocalizedMessage reason = isUser
                ? LocalizedMessage.of(
                        "problem.role.insufficient", request.getRemoteUser(), actual.label(), required.label())
                : LocalizedMessage.of(
                        "problem.scope.insufficient",
                        request.getRemoteUser(),
                        TokenScope.of(actual).label(),
                        TokenScope.of(required).label());
        refuse(request, response, path, 403, reason);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, String path, int status, LocalizedMessage reason)
            throws IOException {
        if (isApi(path)) {
            sendProblem(request, response, path, Problem.of(status, reason));
        } else {
            response.sendError(status);
        }
    }

    private static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The path as decoded by the server, so that no other spelling bypasses the rules. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private void requestSignIn(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        if (request.getAttribute(AuthenticationMechanism.DATABASE_UNAVAILABLE) instanceof DatabaseStatus status) {
            outage.send(request, response, status);
            return;
        }
        if (request.getAttribute(AuthenticationMechanism.TOO_MANY_TOKENS) instanceof Duration pause) {
            response.setHeader("Retry-After", String.valueOf(pause.toSeconds()));
            sendProblem(
                    request,
                    response,
                    path,
                    Problem.of(429, LocalizedMessage.of("problem.token.tooMany", pause.toSeconds())));
            return;
        }
        if (isApi(path)) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tidemark\"");
            sendProblem(request, response, path, Problem.of(401, missingCredentials(request)));
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String returnPath = AccessRule.isSafe(request.getMethod()) ? path + query : "/";
        BasePath.seeOther(request, response, "/login?to=" + URLEncoder.encode(returnPath, StandardCharsets.UTF_8));
    }

    private static LocalizedMessage missingCredentials(HttpServletRequest request) {
        if (request.getAttribute(AuthenticationMechanism.EXPIRED_TOKEN) instanceof ApiToken token) {
            return LocalizedMessage.of(
                    "problem.token.expired", token.name(), token.expires().orElseThrow());
        }
        return LocalizedMessage.of("problem.token.missing");
    }

    /** Whether the request has the same origin, by headers that a page of another site cannot set. */
    static boolean isFromOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null
                || !origin.equals("null")
                        && request.getHeader("Host").equals(URI.create(origin).getAuthority());
    }

    private static void sendProblem(
            HttpServletRequest request, HttpServletResponse response, String path, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(problem.json(BasePath.of(request).link(path), Messages.of(request.getLocale())));
    }
}
