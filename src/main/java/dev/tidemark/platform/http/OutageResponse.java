package dev.tidemark.platform.http;

import dev.tidemark.platform.database.DatabaseMonitor;
import dev.tidemark.platform.database.DatabaseStatus;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.regex.Pattern;

/** 503 responses while the database is unavailable, in the form that the client of each route understands. */
@ApplicationScoped
public class OutageResponse {

    /** The request attribute with the {@link DatabaseStatus}, for the page of this response. */
    public static final String STATUS = "dev.tidemark.platform.http.outage";

    /** The request attribute that is set when the client may see what the node remembers. */
    public static final String MAY_READ = "dev.tidemark.platform.http.mayRead";

    /** As long as a restart of PostgreSQL takes. */
    public static final String RETRY_SECONDS = "5";

    private static final String METRICS = "/metrics";
    private static final Pattern NO_PAGE =
            Pattern.compile("/(api|badge|progress|go)/.*|.*\\.(svg|png|csv|json|har|jpg|yaml)");

    private final DatabaseMonitor database;
    private final Clock clock;

    @Inject
    public OutageResponse(DatabaseMonitor database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Sends the response, unless another one has been sent. */
    public void send(HttpServletRequest request, HttpServletResponse response, DatabaseStatus status)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        String path = BasePath.pathOf(request);
        if (path.equals(METRICS)) {
            sendText(response, "# " + problem(status).detail() + "\n");
        } else if (NO_PAGE.matcher(path).matches()) {
            sendProblem(request, response, problem(status));
        } else {
            request.setAttribute(STATUS, status);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** The same for a request that failed because of the database. */
    public DatabaseStatus status(Throwable failure) {
        return database.status().failed(failure, clock.instant());
    }

    /** Which database, why, and since when. */
    public Problem problem(DatabaseStatus status) {
        return Problem.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE, detail(status));
    }

    private LocalizedMessage detail(DatabaseStatus status) {
        if (status.state() == DatabaseStatus.State.READ_ONLY) {
            return LocalizedMessage.of("problem.database.readOnly", database.name());
        }
        return status.lastReachable()
                .map(at -> LocalizedMessage.of("problem.database.unavailable", database.name(), status.reason(), at))
                .orElseGet(
                        () -> LocalizedMessage.of("problem.database.neverReached", database.name(), status.reason()));
    }

    private static void sendText(HttpServletResponse response, String text) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().print(text);
    }

    private static void sendProblem(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(problem.json(request.getRequestURI(), Messages.of(request.getLocale())));
    }
}
