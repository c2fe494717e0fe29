package dev.tidemark.alerting.incident;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is known about an outage when it is reported. */
@ApplicationScoped
public class OutageReader {

    private static final int MAX_RUNS = 100;

    private final RunHistory history;

    @Inject
    public OutageReader(RunHistory history) {
        this.history = history;
    }

    /** @param failed the run that reports it */
    Outage read(Probe probe, Run failed) {
        LocationName here = failed.slot().location();
        Map<LocationName, Optional<Outcome>> others = new LinkedHashMap<>();
        probe.locations().stream()
                .filter(location -> !location.equals(here))
                .forEach(location -> others.put(location, lastOutcome(probe, location)));
        return new Outage(failed, failures(probe, failed), others, history.lastGood(probe.id(), here));
    }

    /** The outage as of the latest run at a location; empty if that one did not fail because of the target. */
    Optional<Outage> latest(Probe probe, LocationName location) {
        return history.last(probe.id(), location, 1).stream()
                .filter(OutageReader::isOfTarget)
                .findFirst()
                .map(failed -> read(probe, failed));
    }

    /** The failures before it since the last success, newest first; failures of the monitor say nothing about the target. */
    private List<Run> failures(Probe probe, Run failed) {
        List<Run> failures = new ArrayList<>(List.of(failed));
        for (Run run : history.last(probe.id(), failed.slot().location(), MAX_RUNS)) {
            if (run.outcome().filter(Outcome::isOk).isPresent()) {
                break;
            }
            if (isBefore(run, failed) && isOfTarget(run)) {
                failures.add(run);
            }
        }
        return failures;
    }

    private Optional<Outcome> lastOutcome(Probe probe, LocationName location) {
        return history.last(probe.id(), location, 1).stream().findFirst().flatMap(Run::outcome);
    }

    private static boolean isBefore(Run run, Run other) {
        return run.slot().plannedAt().isBefore(other.slot().plannedAt());
    }

    private static boolean isOfTarget(Run run) {
        return run.outcome().filter(one -> one.fault() == FaultOrigin.TARGET).isPresent();
    }
}
