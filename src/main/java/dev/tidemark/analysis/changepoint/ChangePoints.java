package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Entry point of change detection. */
@ApplicationScoped
public class ChangePoints {
    private final RunHistory history;
    private final RunSeries runSeries;
    private final SeriesBaselines baselines;
    private final ChangePointStore store;
    private final ChangePointListener listener;
    private final Clock clock;

    @Inject
    protected ChangePoints(
            RunHistory history,
            RunSeries runSeries,
            SeriesBaselines baselines,
            ChangePointStore store,
            ChangePointListener listener,
            Clock clock) {
        this.history = history;
        this.runSeries = runSeries;
        this.baselines = baselines;
        this.store = store;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Processes a completed run: adds it to the open candidates of its probe and location, opens new ones, and notifies of changes that
     * it confirms.
     *
     * @return whether an extra run is needed now to decide a candidate
     */
    @Transactional
    public boolean evaluate(Probe probe, Run run) {
        if (!CandidateUpdater.counts(run)) {
            return false;
        }
        store.lock(run.slot());
        Instant now = clock.instant();
        List<ChangePointEntity> open = new CandidateUpdater(history, baselines, store, run).update();
        new ChangeConfirmer(runSeries, baselines, store, listener, probe, run, now).decide(open);
        return new ConfirmationBudget(store, run.slot(), now).requestRun(open);
    }

    /** Confirmed changes of a probe that began in the interval, newest first. */
    @Transactional
    public List<ChangePoint> of(ProbeId probe, Interval interval, int limit) {
        return store.confirmed(probe, interval, limit);
    }
}
