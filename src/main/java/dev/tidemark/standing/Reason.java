package dev.tidemark.standing;

import dev.tidemark.alert.Incident;
import dev.tidemark.alert.State;
import dev.tidemark.history.Run;
import dev.tidemark.observation.Fault;
import dev.tidemark.observation.Outcome;
import dev.tidemark.probe.Probe;
import dev.tidemark.wording.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A state with its reason in words: what is broken, since nothing is worse than red without a why. */
record Reason(ProbeState state, Said words) {

    /**
     * @param known as the incident book has it; empty before the first run
     * @param open incidents at this place
     */
    static Reason of(Probe probe, Optional<State> known, List<Incident> open, Optional<Run> last) {
        if (!probe.enabled()) {
            return new Reason(ProbeState.PAUSED, Said.of("reason.paused"));
        }
        return switch (known.orElse(State.NO_VERDICT)) {
            case FAILING -> new Reason(ProbeState.FAILING, headlines(open));
            case DEGRADED -> new Reason(ProbeState.DEGRADED, headlines(open));
            case PASSING -> new Reason(ProbeState.PASSING, passing(probe, last));
            case NO_VERDICT -> new Reason(ProbeState.UNKNOWN, unknown(last));
        };
    }

    private static Said headlines(List<Incident> open) {
        return open.isEmpty()
                ? Said.of("reason.see_its_incidents")
                : Said.listed(open.stream()
                        .sorted(Comparator.comparing(Incident::state).reversed())
                        .map(Incident::headline)
                        .toList());
    }

    /** One bad run is no incident yet, but it is said. */
    private static Said passing(Probe probe, Optional<Run> last) {
        return last.flatMap(Run::outcome)
                .filter(outcome -> outcome.fault() == Fault.TARGET)
                .map(outcome -> Said.of("reason.last_run", outcome.kind().title()))
                .orElse(Said.of(probe.budgets().isEmpty() ? "reason.no_budget_set" : "reason.within_budget"));
    }

    private static Said unknown(Optional<Run> last) {
        Optional<Outcome> outcome = last.flatMap(Run::outcome);
        if (outcome.isEmpty()) {
            return Said.of("reason.no_run_has_ended_yet");
        }
        return outcome.get().isOk()
                ? Said.of("reason.too_few_runs_to_judge")
                : Said.verbatim(outcome.get().kind().title());
    }
}
