package dev.tidemark.prober.browser;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.PerformanceScore;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Result of recording the filmstrip of a run.
 *
 * @param speedIndex in ms
 * @param artifacts the frames, and the annotated screenshot
 * @param reason why there is no Speed Index; blank if there is one
 */
record FilmstripResult(OptionalDouble speedIndex, List<Artifact> artifacts, LocalizedMessage reason) {

    static FilmstripResult none(LocalizedMessage reason) {
        return new FilmstripResult(OptionalDouble.empty(), List.of(), reason);
    }

    /** The run with Speed Index, score and frames added to its representative sample. */
    RunResult addTo(RunResult run) {
        if (run.representative().isEmpty()) {
            return run;
        }
        int n = run.representative().getAsInt();
        return run.withSample(n, addTo(run.samples().get(n), run.profile().formFactor()));
    }

    private SampleResult addTo(SampleResult sample, FormFactor formFactor) {
        List<AbsentMetric> absent = new ArrayList<>(sample.absent());
        Measurements measured = sample.measurements();
        if (speedIndex.isEmpty()) {
            absent.add(new AbsentMetric(Metric.SI, reason.toString()));
            absent.add(new AbsentMetric(
                    Metric.SCORE,
                    LocalizedMessage.of("absence.score.noSpeedIndex", reason).toString()));
        } else {
            measured = measured.and(new Measurement(Metric.SI, speedIndex.getAsDouble()));
            Optional<Measurement> score = PerformanceScore.of(measured, formFactor);
            if (score.isPresent()) {
                measured = measured.and(score.get());
            } else {
                absent.add(new AbsentMetric(
                        Metric.SCORE,
                        LocalizedMessage.of("absence.score.missingMetric").toString()));
            }
        }
        return sample.withMeasurements(measured, absent)
                .withArtifacts(Stream.concat(sample.artifacts().stream(), artifacts.stream())
                        .toList());
    }
}
