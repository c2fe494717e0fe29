package dev.tidemark.scheduling.dryrun;

import dev.tidemark.platform.i18n.Messages;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The progress of a test run for the form that waits for it: {@code {state, text, share}}. */
@WebServlet(name = "trial-progress", urlPatterns = "/progress/trials/*")
public class DryRunProgressServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient DryRuns dryRuns;

    @Inject
    public DryRunProgressServlet(DryRuns dryRuns) {
        this.dryRuns = dryRuns;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<DryRun> dryRun =
                dryRuns.find(String.valueOf(request.getPathInfo()).replaceFirst("^/", ""));
        if (dryRun.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("state", dryRun.get().isFinished() ? "ended" : "running")
                        .add("text", Messages.of(request.getLocale()).format(dryRuns.progressText(dryRun.get())))
                        .add("share", dryRun.get().stage().share())
                        .build());
    }
}
