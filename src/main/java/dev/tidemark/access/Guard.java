package dev.tidemark.access;

import dev.tidemark.account.Token;
import dev.tidemark.platform.Problem;
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
 * Stands in front of everything: refuses strange hosts, asks for a login where one is needed, and sets the safe headers.
 * Mapped in web.xml as the first filter: an annotation could not say so, and a filter that forwards would pass it by.
 */
public class Guard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient AccessSettings settings;

    @Inject
    public Guard(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        SafeHeaders.set(response);
        String host = request.getHeader("Host");
        if (host == null || !settings.isOwnHost(host)) {
            refuse(
                    response,
                    path,
                    Problem.of(
                            421,
                            "This host name does not belong here; open the address that the start"
                                    + " showed, or set TIDEMARK_PUBLIC_URL"));
        } else if (mayPass(request, response, path)) {
            chain.doFilter(request, response);
        }
    }

    private boolean mayPass(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Door door = Door.of(request.getMethod(), path);
        boolean known = request.getUserPrincipal() != null;
        if (door == Door.OPEN || isReadable(door, known, request)) {
            return true;
        }
        if (!known) {
            askForLogin(request, response, door, path);
            return false;
        }
        boolean byCookie = Caller.token(request).isEmpty();
        if (byCookie && !Door.isSafe(request.getMethod()) && !isFromOwnPage(request)) {
            refuse(response, path, Problem.of(403, "The request comes from a page of another site"));
            return false;
        }
        if (!isAllowed(door, request)) {
            forbid(request, response, path);
            return false;
        }
        return true;
    }

    private boolean isReadable(Door door, boolean known, HttpServletRequest request) {
        return switch (door) {
            case READING -> known || settings.isPrivate();
            case BADGE -> known || settings.showsBadges();
            case API -> isOwnPageReading(request);
            default -> false;
        };
    }

    /** Who is known may read; a reader may change nothing but what is their own. */
    private static boolean isAllowed(Door door, HttpServletRequest request) {
        return Caller.isOperator(request)
                || switch (door) {
                    case OWN -> request.isUserInRole(Caller.PERSON);
                    case MEMBERS -> false;
                    default -> Door.isSafe(request.getMethod());
                };
    }

    private static void forbid(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        if (isApi(path)) {
            String who = request.getRemoteUser();
            refuse(
                    response,
                    path,
                    Problem.of(
                            403,
                            request.isUserInRole(Caller.PERSON)
                                    ? "The user \"" + who + "\" is a reader and may not do this; an operator may"
                                    : "The token \"" + who + "\" has the scope read; this needs one of scope write"));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** As the server understood it, so that no other spelling of an address gets past. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static void askForLogin(HttpServletRequest request, HttpServletResponse response, Door door, String path)
            throws IOException {
        if (request.getAttribute(Caller.UNKNOWN) != null) {
            response.setHeader("Retry-After", "5");
            refuse(response, path, Problem.of(503, "The database does not answer; see /health"));
            return;
        }
        if (door == Door.API || isApi(path)) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tidemark\"");
            refuse(response, path, Problem.of(401, whatIsMissing(request)));
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String back = Door.isSafe(request.getMethod()) ? path + query : "/";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/login?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private static String whatIsMissing(HttpServletRequest request) {
        if (request.getAttribute(Caller.EXPIRED) instanceof Token token) {
            return "The token \"" + token.name() + "\" expired at "
                    + token.expires().orElseThrow() + "; make another at /settings/access";
        }
        return "Send a token as Authorization: Bearer <token>; operators make them at /settings/access, and one was shown"
                + " at the first start, or is that of TIDEMARK_API_TOKEN";
    }

    /** A picture, a download or figures for a page that may be read without a login. Scripts still need the token. */
    private boolean isOwnPageReading(HttpServletRequest request) {
        return settings.isPrivate()
                && Door.isSafe(request.getMethod())
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** By what the browser says of itself: a page of another site cannot set these headers. */
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

    private static void refuse(HttpServletResponse response, String path, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(problem.json(path));
    }
}
