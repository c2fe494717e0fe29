package dev.tidemark.web.comparison;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.http.BasePath;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Redirects from a point of a chart to its run: {@code
 * /go/run?probe=shop&location=default&metric=LCP&at=2026-11-21T10:00:00Z}.
 */
@WebServlet(name = "run-at", urlPatterns = "/go/run")
public class RunAtTimeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient NearestRun nearest;

    @Inject
    public RunAtTimeServlet(NearestRun nearest) {
        this.nearest = nearest;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CompareQuery query = new CompareQuery(request, ZoneOffset.UTC);
        Optional<String> run = query.probe().flatMap(probe -> query.instant("at")
                .flatMap(at -> nearest.find(
                        probe,
                        query.location().orElse(LocationName.DEFAULT),
                        query.metric("metric").orElse(Metric.LCP),
                        at))
                .map(id -> "/runs/" + id));
        if (run.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        BasePath.seeOther(request, response, run.get());
    }
}
