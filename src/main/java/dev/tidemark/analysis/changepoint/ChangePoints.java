package dev.tidemark.analysis.changepoint;

import dev.tidemark.alerting.incident.RegressionNotifier;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The door to changes that no limit was set for. */
@ApplicationScoped
public class ChangePoints {
    private final RunHistory history;
    private final SeriesBaselines baselines;
    private final ChangePointStore store;
    private final Outbox outbox;
    private final RecipientResolver audience;
    private final Markers markers;
    private final Clock clock;

    @Inject
    protected ChangePoints(
            RunHistory history,
            SeriesBaselines baselines,
            ChangePointStore store,
            Outbox outbox,
            RecipientResolver audience,
            Markers markers,
            Clock clock) {
        this.history = history;
        this.baselines = baselines;
        this.store = store;
        this.outbox = outbox;
        this.audience = audience;
        this.markers = markers;
        this.clock = clock;
    }

    /**
     * Looks at a run that has ended: hears it in the open cases of its probe and place, opens new ones, tells what is sure now.
     *
     * @return whether another run, at once, would help to make sure
     */
    @Transactional
    public boolean look(Probe probe, Run run) {
        if (!CandidateUpdater.counts(run)) {
            return false;
        }
        store.lock(run.slot());
        Instant now = clock.instant();
        List<ChangePointEntity> open = new CandidateUpdater(history, baselines, store, run).hear();
        RegressionNotifier teller = new RegressionNotifier(outbox, audience, markers, now);
        new ChangeConfirmer(history, baselines, store, teller, probe, run).decide(open);
        return new ConfirmationBudget(store, run.slot(), now).wants(open);
    }

    /** Confirmed changes of a probe that began in the interval, the newest first. */
    @Transactional
    public List<ChangePoint> of(ProbeId probe, Interval interval, int limit) {
        return store.confirmed(probe, interval, limit);
    }
}
