package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A state with its reason in words: what is broken, since nothing is worse than red without a why. */
record StatusReason(ProbeState state, LocalizedMessage words) {

    /**
     * @param known as the incident book has it; empty before the first run
     * @param open incidents at this place
     */
    static StatusReason of(Probe probe, Optional<ProbeState> known, List<Incident> open, Optional<Run> last) {
        ProbeState state = probe.enabled() ? known.orElse(ProbeState.UNKNOWN) : ProbeState.PAUSED;
        LocalizedMessage words =
                switch (state) {
                    case FAILING, DEGRADED -> headlines(open);
                    case UNKNOWN -> unknown(last);
                    case PASSING -> passing(probe, last);
                    case PAUSED -> LocalizedMessage.of("state.reason.paused");
                };
        return new StatusReason(state, words);
    }

    private static LocalizedMessage headlines(List<Incident> open) {
        return open.isEmpty()
                ? LocalizedMessage.of("state.reason.incidents")
                : LocalizedMessage.listed(open.stream()
                        .sorted(Comparator.comparing(Incident::state))
                        .map(Incident::headline)
                        .toList());
    }

    /** One bad run is no incident yet, but it is said. */
    private static LocalizedMessage passing(Probe probe, Optional<Run> last) {
        return last.flatMap(Run::outcome)
                .filter(outcome -> outcome.fault() == FaultOrigin.TARGET)
                .map(outcome -> LocalizedMessage.of(
                        "state.reason.lastRun", outcome.kind().title()))
                .orElse(LocalizedMessage.of(
                        probe.budgets().isEmpty() ? "state.reason.noBudget" : "state.reason.withinBudget"));
    }

    private static LocalizedMessage unknown(Optional<Run> last) {
        Optional<Outcome> outcome = last.flatMap(Run::outcome);
        if (outcome.isEmpty()) {
            return LocalizedMessage.of("state.reason.noRuns");
        }
        return outcome.get().isOk()
                ? LocalizedMessage.of("state.reason.tooFewRuns")
                : outcome.get().kind().title();
    }
}
