package dev.tidemark.storage.run;

import dev.tidemark.storage.run.ExpiredDetails.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Distinguishes details of a run that were removed by retention from those that never existed. */
@ApplicationScoped
public class DetailRetention {

    private final RunHistory history;
    private final RetentionSettings settings;
    private final Clock clock;

    @Inject
    public DetailRetention(RunHistory history, RetentionSettings settings, Clock clock) {
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param hasSamples whether samples of the run were found */
    public ExpiredDetails of(Run run, boolean hasSamples) {
        if (run.engine().isEmpty()) {
            return ExpiredDetails.NONE;
        }
        Expiry samples = Expiry.of(
                "TIDEMARK_KEEP_SAMPLES", settings.samples(), run.slot().plannedAt());
        Expiry artifacts = Expiry.of(
                "TIDEMARK_KEEP_ARTIFACTS", settings.artifacts(), run.slot().plannedAt());
        boolean artifactsGone = artifacts.until().isBefore(clock.instant())
                && history.artifacts(run.id()).isEmpty();
        return new ExpiredDetails(
                hasSamples ? Optional.empty() : Optional.of(samples),
                artifactsGone ? Optional.of(artifacts) : Optional.empty());
    }

    /** Reads whether there are samples. */
    public ExpiredDetails of(Run run) {
        return of(run, run.engine().isEmpty() || !history.samples(run.id()).isEmpty());
    }
}
