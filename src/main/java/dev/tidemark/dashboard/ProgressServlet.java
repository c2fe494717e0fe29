package dev.tidemark.dashboard;

import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.observation.RunId;
import dev.tidemark.schedule.RunsUnderWay;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** How far a run is, for the page that waits for it: {@code {state, text, share}}. */
@WebServlet(name = "progress", urlPatterns = "/progress/*")
public class ProgressServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient RunHistory history;
    private final transient RunsUnderWay underWay;

    @Inject
    public ProgressServlet(RunHistory history, RunsUnderWay underWay) {
        this.history = history;
        this.underWay = underWay;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Run> run = find(String.valueOf(request.getPathInfo()));
        if (run.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<RunsUnderWay.Stage> stage = underWay.stage(run.get().id());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("state", run.get().state().label())
                        .add("text", underWay.words(run.get().id()))
                        .add("share", stage.map(ProgressServlet::share).orElse(0.02))
                        .build());
    }

    private Optional<Run> find(String path) {
        try {
            return history.find(RunId.parse(path.replaceFirst("^/", "")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** A sample under way counts as half done. */
    private static double share(RunsUnderWay.Stage stage) {
        return (stage.sample() - 0.5) / stage.ofSamples();
    }
}
