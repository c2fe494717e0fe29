package dev.tidemark.web.run;

import dev.tidemark.scheduling.quartz.ActiveRuns;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.support.Viewer;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The progress of a run for the page that waits for it.
 *
 * @param state {@code queued}, {@code running} or {@code ended}
 * @param share from 0 to 1
 */
record ProgressDocument(String state, String text, double share) {

    private static final double STARTING = 0.02;

    static ProgressDocument of(Run run, ActiveRuns activeRuns, Viewer viewer) {
        return new ProgressDocument(
                run.state().label(),
                viewer.messages().format(activeRuns.progressText(run.id())),
                activeRuns.stage(run.id()).map(ProgressDocument::share).orElse(STARTING));
    }

    void write(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("state", state)
                        .add("text", text)
                        .add("share", share)
                        .build());
    }

    /** A sample under way counts as half done. */
    private static double share(ActiveRuns.RunStage stage) {
        return (stage.sample() - 0.5) / stage.ofSamples();
    }
}
