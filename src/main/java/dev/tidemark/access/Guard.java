package dev.tidemark.access;

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
        if (door == Door.OPEN
                || door == Door.READING && (known || settings.isPrivate())
                || door == Door.BADGE && (known || settings.showsBadges())
                || isOwnPageReading(request)) {
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
        return true;
    }

    /** As the server understood it, so that no other spelling of an address gets past. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static void askForLogin(HttpServletRequest request, HttpServletResponse response, Door door, String path)
            throws IOException {
        if (request.getAttribute(Caller.UNKNOWN) != null) {
            response.setHeader("Retry-After", "5");
            refuse(response, path, Problem.of(503, "The database does not answer; see /health"));
            return;
        }
        if (door == Door.API) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tidemark\"");
            refuse(
                    response,
                    path,
                    Problem.of(
                            401,
                            "Send the token as Authorization: Bearer <token>; it was shown at the"
                                    + " first start, or set TIDEMARK_API_TOKEN and start again"));
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String back = door == Door.READING ? path + query : "/";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/login?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
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
