package dev.tidemark.schedule;

import dev.tidemark.change.Changes;
import dev.tidemark.history.Run;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks for lasting changes; one that is not sure yet is worth another run at once, unless the probe is paused. */
@ApplicationScoped
class SecondLook {
    private final Changes changes;
    private final RunRequests requests;

    protected SecondLook() {
        this(null, null);
    }

    @Inject
    SecondLook(Changes changes, RunRequests requests) {
        this.changes = changes;
        this.requests = requests;
    }

    void at(Probe probe, Run run) {
        if (changes.look(probe, run) && probe.enabled()) {
            requests.request(probe.id(), run.slot().location());
        }
    }
}
