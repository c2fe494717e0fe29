package dev.tidemark.change;

import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.marker.Markers;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The door to changes that no limit was set for. */
@ApplicationScoped
public class Changes {
    private final RunHistory history;
    private final Baselines baselines;
    private final ChangeStore store;
    private final Outbox outbox;
    private final Audience audience;
    private final Markers markers;
    private final Clock clock;

    protected Changes() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    Changes(
            RunHistory history,
            Baselines baselines,
            ChangeStore store,
            Outbox outbox,
            Audience audience,
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
        if (!Hearing.counts(run)) {
            return false;
        }
        store.lock(run.slot());
        Instant now = clock.instant();
        List<ChangeEntity> open = new Hearing(history, baselines, store, run).hear();
        ChangeTeller teller = new ChangeTeller(outbox, audience, markers, now);
        new Ruling(history, baselines, store, teller, probe, run).decide(open);
        return new Demand(store, run.slot(), now).wants(open);
    }

    /** Confirmed changes of a probe that began from (inclusive) to (exclusive), the newest first. */
    @Transactional
    public List<Change> of(ProbeId probe, Instant from, Instant to, int limit) {
        return store.confirmed(probe, from, to, limit);
    }
}
