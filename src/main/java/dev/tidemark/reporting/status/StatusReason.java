package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A state with its reason, such as the limit that is over budget. */
record StatusReason(ProbeState state, LocalizedMessage text) {

    /**
     * @param current the recorded state; empty before the first run
     * @param open incidents of the probe at this location
     */
    static StatusReason of(Probe probe, Optional<ProbeState> current, List<Incident> open, Optional<Run> last) {
        ProbeState state = probe.enabled() ? current.orElse(ProbeState.UNKNOWN) : ProbeState.PAUSED;
        LocalizedMessage text =
                switch (state) {
                    case FAILING, DEGRADED -> headlines(open, last);
                    case UNKNOWN -> unknown(last);
                    case PASSING -> passing(probe, last);
                    case PAUSED -> LocalizedMessage.of("state.reason.paused");
                };
        return new StatusReason(state, text);
    }

    private static LocalizedMessage headlines(List<Incident> open, Optional<Run> last) {
        return open.isEmpty()
                ? LocalizedMessage.of("state.reason.incidents")
                : LocalizedMessage.list(open.stream()
                        .sorted(Comparator.comparing(Incident::state))
                        .map(incident -> headline(incident, last))
                        .toList());
    }

    /** The headline of an outage is of the run that opened it: what the last run met comes first if it is something else. */
    private static LocalizedMessage headline(Incident incident, Optional<Run> last) {
        LocalizedMessage headline = LocalizedMessage.verbatim(incident.headline());
        if (incident.incidentType() != IncidentType.AVAILABILITY) {
            return headline;
        }
        return last.flatMap(Run::outcome)
                .filter(outcome -> outcome.fault() != FaultOrigin.OURS)
                .map(Outcome::kind)
                .filter(kind -> !incident.headline().startsWith(kind.title().toString()))
                .map(kind -> kind == OutcomeType.OK
                        ? LocalizedMessage.of("state.reason.lastRunSucceeded", headline)
                        : LocalizedMessage.of("state.reason.outcomeChanged", kind.title(), headline))
                .orElse(headline);
    }

    /** Mentions a failed run, which is not an incident yet, or never becomes one because the monitor failed. */
    private static LocalizedMessage passing(Probe probe, Optional<Run> last) {
        return last.flatMap(Run::outcome)
                .filter(outcome -> !outcome.isOk())
                .map(outcome -> LocalizedMessage.of(
                        outcome.fault() == FaultOrigin.OURS ? "state.reason.monitorFailed" : "state.reason.lastRun",
                        outcome.kind().title()))
                .orElse(LocalizedMessage.of(
                        probe.budgets().isEmpty() ? "state.reason.noBudget" : "state.reason.withinBudget"));
    }

    private static LocalizedMessage unknown(Optional<Run> last) {
        Optional<Outcome> outcome = last.flatMap(Run::outcome);
        if (outcome.isEmpty()) {
            return LocalizedMessage.of("state.reason.noRuns");
        }
        if (outcome.get().isOk()) {
            return LocalizedMessage.of("state.reason.tooFewRuns");
        }
        return outcome.get().fault() == FaultOrigin.OURS
                ? LocalizedMessage.of(
                        "state.reason.monitorFailed", outcome.get().kind().title())
                : outcome.get().kind().title();
    }
}
