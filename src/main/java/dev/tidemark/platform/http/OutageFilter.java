package dev.tidemark.platform.http;

import dev.tidemark.platform.database.DatabaseFailure;
import dev.tidemark.platform.database.DatabaseMonitor;
import dev.tidemark.platform.database.DatabaseStatus;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Responds with 503 at once while the database is unavailable, so that requests neither wait nor fill the pool. Mapped in web.xml
 * after the filter that decides who may pass.
 */
public class OutageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Routes that work without a database. */
    private static final Pattern INDEPENDENT = Pattern.compile(
            "/(assets|help|help-images|health|calibration|openapi|jakarta\\.faces\\.resource)(/.*)?|/favicon.ico|/robots.txt|/logout");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final transient DatabaseMonitor database;
    private final transient OutageResponse outage;

    @Inject
    public OutageFilter(DatabaseMonitor database, OutageResponse outage) {
        this.database = database;
        this.outage = outage;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isIndependent(BasePath.pathOf(request))) {
            chain.doFilter(request, response);
            return;
        }
        DatabaseStatus status = database.check();
        if (isRefused(request.getMethod(), status)) {
            outage.send(request, response, status);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            if (response.isCommitted() || !DatabaseFailure.isCauseOf(rootOf(failed))) {
                throw failed;
            }
            outage.send(request, response, outage.status(failed));
        }
    }

    /** Whether a path is served without the database. */
    public static boolean isIndependent(String path) {
        return INDEPENDENT.matcher(path).matches();
    }

    /** A read-only database is read, but nothing is changed. */
    private static boolean isRefused(String method, DatabaseStatus status) {
        return switch (status.state()) {
            case AVAILABLE -> false;
            case READ_ONLY -> !SAFE.contains(method);
            case UNAVAILABLE -> true;
        };
    }

    private static Throwable rootOf(Exception failed) {
        return failed instanceof ServletException servlet && servlet.getRootCause() != null
                ? servlet.getRootCause()
                : failed;
    }
}
