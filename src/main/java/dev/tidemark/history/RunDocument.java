package dev.tidemark.history;

import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run as the API writes it; what is not known yet is left out. */
public record RunDocument(
        String id,
        String probe,
        String location,
        Instant plannedAt,
        Instant startedAt,
        Instant finishedAt,
        boolean requested,
        String state,
        String outcome,
        String fault,
        String detail,
        int attempt,
        Engine engine,
        Map<String, Double> measurements,
        Map<String, String> absent,
        List<SampleDocument> samples) {
    /** For lists: without samples. */
    static RunDocument of(Run run) {
        return of(run, null);
    }

    static RunDocument of(Run run, List<SampleDocument> samples) {
        return new RunDocument(
                run.id().toString(),
                run.slot().probe().slug(),
                run.slot().location().name(),
                run.slot().plannedAt(),
                run.startedAt().orElse(null),
                run.finishedAt().orElse(null),
                run.requested(),
                run.state().label(),
                run.outcome().map(outcome -> outcome.kind().name()).orElse(null),
                run.outcome().map(outcome -> outcome.fault().label()).orElse(null),
                run.outcome().map(Outcome::detail).orElse(null),
                run.attempt(),
                run.engine().orElse(null),
                values(run.measurements()),
                reasons(run.absent()),
                samples);
    }

    static Map<String, Double> values(Measurements measurements) {
        Map<String, Double> values = new TreeMap<>();
        measurements.forEach(one -> values.put(one.metric().code(), one.value()));
        return values;
    }

    static Map<String, String> reasons(List<Absence> absences) {
        Map<String, String> reasons = new TreeMap<>();
        absences.forEach(one -> reasons.put(one.metric().code(), one.reason()));
        return reasons;
    }
}
