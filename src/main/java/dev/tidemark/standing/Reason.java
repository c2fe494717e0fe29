package dev.tidemark.standing;

import dev.tidemark.alert.Incident;
import dev.tidemark.alert.State;
import dev.tidemark.history.Run;
import dev.tidemark.observation.Fault;
import dev.tidemark.observation.Outcome;
import dev.tidemark.probe.Probe;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A state with its reason in words: what is broken, since nothing is worse than red without a why. */
record Reason(ProbeState state, String words) {

    /**
     * @param known as the incident book has it; empty before the first run
     * @param open incidents at this place
     */
    static Reason of(Probe probe, Optional<State> known, List<Incident> open, Optional<Run> last) {
        if (!probe.enabled()) {
            return new Reason(ProbeState.PAUSED, "paused");
        }
        return switch (known.orElse(State.NO_VERDICT)) {
            case FAILING -> new Reason(ProbeState.FAILING, headlines(open));
            case DEGRADED -> new Reason(ProbeState.DEGRADED, headlines(open));
            case PASSING -> new Reason(ProbeState.PASSING, passing(probe, last));
            case NO_VERDICT -> new Reason(ProbeState.UNKNOWN, unknown(last));
        };
    }

    private static String headlines(List<Incident> open) {
        return open.isEmpty()
                ? "see its incidents"
                : open.stream()
                        .sorted(Comparator.comparing(Incident::state).reversed())
                        .map(Incident::headline)
                        .collect(Collectors.joining(", "));
    }

    /** One bad run is no incident yet, but it is said. */
    private static String passing(Probe probe, Optional<Run> last) {
        return last.flatMap(Run::outcome)
                .filter(outcome -> outcome.fault() == Fault.TARGET)
                .map(outcome -> "last run: " + outcome.kind().title())
                .orElse(probe.budgets().isEmpty() ? "no budget set" : "within budget");
    }

    private static String unknown(Optional<Run> last) {
        Optional<Outcome> outcome = last.flatMap(Run::outcome);
        if (outcome.isEmpty()) {
            return "no run has ended yet";
        }
        return outcome.get().isOk()
                ? "too few runs to judge"
                : outcome.get().kind().title();
    }
}
