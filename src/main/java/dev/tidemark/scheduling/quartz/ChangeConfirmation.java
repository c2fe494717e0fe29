package dev.tidemark.scheduling.quartz;

import dev.tidemark.analysis.changepoint.ChangePoints;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tests a run for change points; a change that needs confirmation triggers another run at once, unless the probe is paused. */
@ApplicationScoped
class ChangeConfirmation {
    private final ChangePoints changes;
    private final RunRequests requests;

    @Inject
    ChangeConfirmation(ChangePoints changes, RunRequests requests) {
        this.changes = changes;
        this.requests = requests;
    }

    void check(Probe probe, Run run) {
        if (changes.evaluate(probe, run) && probe.enabled()) {
            requests.request(probe.id(), run.slot().location());
        }
    }
}
