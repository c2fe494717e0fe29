package dev.tidemark.security.auth;

import dev.tidemark.platform.database.DatabaseStatus;
import dev.tidemark.platform.http.OutageResponse;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.security.account.ApiToken;
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

/**
 * Filters every request: rejects unknown hosts, requires authentication, and sets security headers. Mapped in web.xml as the
 * first filter, because annotations cannot define the order and a filter that forwards would bypass it.
 */
public class SecurityFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient AuthSettings settings;
    private final transient OutageResponse outage;

    @Inject
    public SecurityFilter(AuthSettings settings, OutageResponse outage) {
        this.settings = settings;
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
        AccessRule rule = AccessRule.of(request.getMethod(), path);
        boolean known = request.getUserPrincipal() != null || isKnownInOutage(request);
        if (rule == AccessRule.PUBLIC || isReadAllowed(rule, known, request)) {
            request.setAttribute(OutageResponse.MAY_READ, rule == AccessRule.READ ? rule : null);
            return true;
        }
        if (request.getUserPrincipal() == null) {
            requestSignIn(request, response, rule, path);
            return false;
        }
        boolean byCookie = AuthenticationMechanism.token(request).isEmpty();
        if (byCookie && !AccessRule.isSafe(request.getMethod()) && !isFromOwnPage(request)) {
            sendProblem(request, response, path, Problem.of(403, LocalizedMessage.of("problem.origin.foreign")));
            return false;
        }
        if (!isAllowed(rule, request)) {
            forbid(request, response, path);
            return false;
        }
        return true;
    }

    /** A session outlives an outage of the database, but its user cannot be verified: it may only read what the node remembers. */
    private static boolean isKnownInOutage(HttpServletRequest request) {
        return request.getAttribute(AuthenticationMechanism.DATABASE_UNAVAILABLE) != null
                && Sessions.login(request).isPresent();
    }

    private boolean isReadAllowed(AccessRule rule, boolean known, HttpServletRequest request) {
        return switch (rule) {
            case READ -> known || settings.isLoopbackOnly();
            case BADGE -> known || settings.areBadgesPublic();
            case API -> isOwnPageReading(request);
            default -> false;
        };
    }

    /** Authenticated users may read; viewers may change only their own data. */
    private static boolean isAllowed(AccessRule rule, HttpServletRequest request) {
        return AuthenticationMechanism.isOperator(request)
                || switch (rule) {
                    case OWN_ACCOUNT -> request.isUserInRole(AuthenticationMechanism.SIGNED_IN_USER);
                    case USER_MANAGEMENT -> false;
                    default -> AccessRule.isSafe(request.getMethod());
                };
    }

    private static void forbid(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        if (isApi(path)) {
            String user = request.getRemoteUser();
            sendProblem(
                    request,
                    response,
                    path,
                    Problem.of(
                            403,
                            LocalizedMessage.of(
                                    request.isUserInRole(AuthenticationMechanism.SIGNED_IN_USER)
                                            ? "problem.role.insufficient"
                                            : "problem.scope.insufficient",
                                    user)));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** The path as decoded by the server, so that no other spelling bypasses the rules. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private void requestSignIn(HttpServletRequest request, HttpServletResponse response, AccessRule rule, String path)
            throws IOException {
        if (request.getAttribute(AuthenticationMechanism.DATABASE_UNAVAILABLE) instanceof DatabaseStatus status) {
            outage.send(request, response, status);
            return;
        }
        if (rule == AccessRule.API || isApi(path)) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tidemark\"");
            sendProblem(request, response, path, Problem.of(401, missingCredentials(request)));
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String returnPath = AccessRule.isSafe(request.getMethod()) ? path + query : "/";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/login?to=" + URLEncoder.encode(returnPath, StandardCharsets.UTF_8));
    }

    private static LocalizedMessage missingCredentials(HttpServletRequest request) {
        if (request.getAttribute(AuthenticationMechanism.EXPIRED_TOKEN) instanceof ApiToken token) {
            return LocalizedMessage.of(
                    "problem.token.expired", token.name(), token.expires().orElseThrow());
        }
        return LocalizedMessage.of("problem.token.missing");
    }

    /** Whether a page that is readable without authentication requests data of the API. Scripts still need a token. */
    private boolean isOwnPageReading(HttpServletRequest request) {
        return settings.isLoopbackOnly()
                && AccessRule.isSafe(request.getMethod())
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
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
        response.getWriter().print(problem.json(path, Messages.of(request.getLocale())));
    }
}
