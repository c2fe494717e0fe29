package dev.tidemark.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The path below which Tidemark is served, {@code TIDEMARK_BASE_PATH}: the context path of the WAR. Code and views write paths
 * without it, {@code /probes/shop}; {@link #link} adds it where a path leaves the server.
 */
@ApplicationScoped
public class BasePath {

    private final String path;

    /**
     * Not by the servlet context, which e-mails outside of a request do not have.
     *
     * @param path the context root as the launcher sets it for jboss-web.xml
     */
    @Inject
    public BasePath(@ConfigProperty(name = "tidemark.base.path") Optional<String> path) {
        this(path.orElse(""));
    }

    /** @param path such as {@code /tidemark}; empty for the root */
    public BasePath(String path) {
        this.path = path;
    }

    public static BasePath of(HttpServletRequest request) {
        return new BasePath(request.getContextPath());
    }

    /** The link to an address: paths get the base path, URLs and fragments are links already. */
    public String link(String address) {
        boolean isPath = address.startsWith("/") && !address.startsWith("//");
        return isPath ? path + address : address;
    }

    /** The path without the base path: the inverse of {@link #link}. */
    public String within(String uri) {
        return uri.startsWith(path + "/") ? uri.substring(path.length()) : uri;
    }

    /** The path of a request as it was sent, without the base path. */
    public static String pathOf(HttpServletRequest request) {
        return of(request).within(request.getRequestURI());
    }

    /** Redirects to a path of Tidemark, or to a URL. */
    public static void seeOther(HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", of(request).link(address));
    }
}
