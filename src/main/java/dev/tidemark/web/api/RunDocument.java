package dev.tidemark.web.api;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.StepResult;
import dev.tidemark.storage.run.ExpiredDetails;
import dev.tidemark.storage.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run as JSON. Members that are not known, or not known yet, are left out.
 *
 * @param expired what retention has removed: {@code samples}, {@code artifacts}; left out if nothing
 */
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
        String maintenance,
        int attempt,
        Engine engine,
        Map<String, Double> measurements,
        Map<String, String> absent,
        List<StepDocument> steps,
        List<SampleDocument> samples,
        List<String> expired) {
    /** A run without its samples, for lists. */
    static RunDocument of(Run run) {
        return of(run, null, List.of(), ExpiredDetails.NONE);
    }

    static RunDocument withSamples(Run run, List<SampleResult> samples, ExpiredDetails expired) {
        int representative = run.representative().orElse(0);
        List<StepResult> steps = representative < samples.size()
                ? samples.get(representative).page().steps()
                : List.of();
        List<SampleDocument> documents =
                expired.samples().isPresent() ? null : SampleDocument.all(samples, run.representative());
        return of(run, documents, steps, expired);
    }

    private static RunDocument of(
            Run run, List<SampleDocument> samples, List<StepResult> steps, ExpiredDetails expired) {
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
                run.maintenance().orElse(null),
                run.attempt(),
                run.engine().orElse(null),
                values(run.measurements()),
                reasons(run.absent()),
                StepDocument.all(run.measurements(), run.absent(), steps),
                samples,
                expired.isEmpty() ? null : expired.labels());
    }

    /** The values by metric code, without those of steps, which are in {@code steps}. */
    static Map<String, Double> values(Measurements measurements) {
        Map<String, Double> values = new TreeMap<>();
        measurements.stream()
                .filter(item -> item.metric().step().isEmpty())
                .forEach(item -> values.put(item.metric().code(), item.value()));
        return values;
    }

    static Map<String, String> reasons(List<AbsentMetric> absent) {
        Map<String, String> reasons = new TreeMap<>();
        absent.stream()
                .filter(item -> item.metric().step().isEmpty())
                .forEach(item -> reasons.put(item.metric().code(), item.reason()));
        return reasons;
    }
}
