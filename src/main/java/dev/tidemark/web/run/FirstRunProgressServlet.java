package dev.tidemark.web.run;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.scheduling.quartz.ActiveRuns;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.web.support.Viewer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The progress of the first run of a new probe, polled by its page, which may be shown before that run exists. */
@WebServlet(name = "first-run-progress", urlPatterns = "/progress/first")
public class FirstRunProgressServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A node takes up a new probe within seconds. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private final transient ProbeCatalog catalog;
    private final transient RunHistory history;
    private final transient ActiveRuns activeRuns;
    private final transient Viewer viewer;

    @Inject
    public FirstRunProgressServlet(ProbeCatalog catalog, RunHistory history, ActiveRuns activeRuns, Viewer viewer) {
        this.catalog = catalog;
        this.history = history;
        this.activeRuns = activeRuns;
        this.viewer = viewer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CatalogEntry> entry = catalog.findBySlug(request.getParameter("probe"));
        if (entry.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        LocationName location = entry.get().probe().location(request.getParameter("location"));
        List<Run> newest = history.last(entry.get().probe().id(), location, 1);
        ProgressDocument progress = newest.isEmpty()
                ? waiting(entry.get(), location)
                : ProgressDocument.of(newest.get(0), activeRuns, viewer);
        progress.write(response);
    }

    private ProgressDocument waiting(CatalogEntry entry, LocationName location) {
        Instant now = viewer.times().now();
        String key = entry.changedAt().plus(OVERDUE).isBefore(now) ? "runProgress.firstOverdue" : "runProgress.first";
        return new ProgressDocument("queued", viewer.messages().format(LocalizedMessage.of(key, location.name())), 0);
    }
}
