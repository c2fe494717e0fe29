package dev.tidemark.scheduling.quartz;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Evaluates runs that were recorded but not evaluated: their node failed in between, or they never started. */
@ApplicationScoped
public class UnevaluatedRuns {

    /** Longer than the longest run and the time until a failed node is detected. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(90);

    /** Longer than an evaluation takes, so that no other node is still evaluating the run. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final IncidentTracker incidents;
    private final Pipeline pipeline;
    private final ScheduleSettings settings;
    private final Clock clock;

    @Inject
    public UnevaluatedRuns(
            ProbeCatalog catalog,
            RunHistory history,
            IncidentTracker incidents,
            Pipeline pipeline,
            ScheduleSettings settings,
            Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.incidents = incidents;
        this.pipeline = pipeline;
        this.settings = settings;
        this.clock = clock;
    }

    /** Evaluates them by planned time. A run that is older than the last evaluated one is recorded without a change of state. */
    void evaluate() {
        Instant now = clock.instant();
        List<RunId> ended = history.recentlyEnded(settings.location(), now.minus(LOOK_BACK), now.minus(GRACE));
        incidents.unrecorded(ended).stream()
                .flatMap(id -> history.find(id).stream())
                .forEach(this::evaluate);
    }

    private void evaluate(Run run) {
        catalog.find(run.slot().probe()).ifPresent(entry -> pipeline.evaluate(entry.probe(), run));
    }
}
