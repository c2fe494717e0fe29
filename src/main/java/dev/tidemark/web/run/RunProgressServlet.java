package dev.tidemark.web.run;

import dev.tidemark.model.result.RunId;
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
import java.util.Optional;

/** The progress of a run, polled by its page: {@code {state, text, share}}. */
@WebServlet(name = "progress", urlPatterns = "/progress/*")
public class RunProgressServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient RunHistory history;
    private final transient ActiveRuns activeRuns;
    private final transient Viewer viewer;

    @Inject
    public RunProgressServlet(RunHistory history, ActiveRuns activeRuns, Viewer viewer) {
        this.history = history;
        this.activeRuns = activeRuns;
        this.viewer = viewer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Run> run = find(String.valueOf(request.getPathInfo()));
        if (run.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ProgressDocument.of(run.get(), activeRuns, viewer).write(response);
    }

    private Optional<Run> find(String path) {
        try {
            return history.find(RunId.parse(path.replaceFirst("^/", "")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
