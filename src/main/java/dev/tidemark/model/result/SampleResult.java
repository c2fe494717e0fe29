package dev.tidemark.model.result;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of one cold page load in a new browser context. Measurements may exist even if the outcome is not OK. */
public record SampleResult(
        Instant startedAt,
        Duration duration,
        Outcome outcome,
        Set<SampleWarning> warnings,
        Measurements measurements,
        List<AbsentMetric> absent,
        PageDetails page,
        List<Artifact> artifacts) {

    public SampleResult {
        warnings = Set.copyOf(warnings);
        absent = List.copyOf(absent);
        artifacts = List.copyOf(artifacts);
    }

    /** A failed sample without measurements. */
    public static SampleResult failed(Instant startedAt, Duration duration, Outcome outcome) {
        return new SampleResult(
                startedAt, duration, outcome, Set.of(), Measurements.none(), List.of(), PageDetails.none(), List.of());
    }

    public SampleResult withArtifacts(List<Artifact> newArtifacts) {
        return new SampleResult(startedAt, duration, outcome, warnings, measurements, absent, page, newArtifacts);
    }

    public SampleResult withMeasurements(Measurements measured, List<AbsentMetric> missing) {
        return new SampleResult(startedAt, duration, outcome, warnings, measured, missing, page, artifacts);
    }

    public SampleResult with(SampleWarning warning) {
        Set<SampleWarning> all =
                Stream.concat(warnings.stream(), Stream.of(warning)).collect(Collectors.toSet());
        return new SampleResult(startedAt, duration, outcome, all, measurements, absent, page, artifacts);
    }

    /** Whether its measurements count in trends: the page loaded and was measured completely. */
    public boolean isGood() {
        return outcome.isOk();
    }

    public Optional<LcpElement> lcp() {
        return page.lcp();
    }
}
