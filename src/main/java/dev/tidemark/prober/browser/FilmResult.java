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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the film of a run came to.
 *
 * @param speedIndex in ms
 * @param pictures the frames, and the screenshot with its marks
 * @param whyNot why there is none; empty when there is one
 */
record FilmResult(OptionalDouble speedIndex, List<Artifact> pictures, String whyNot) {

    static FilmResult none(String whyNot) {
        return new FilmResult(OptionalDouble.empty(), List.of(), whyNot);
    }

    /** The run with Speed Index, score and frames in its representative sample, which stands for all. */
    RunResult into(RunResult run) {
        if (run.representative().isEmpty()) {
            return run;
        }
        int n = run.representative().getAsInt();
        return run.withSample(n, into(run.samples().get(n), run.profile().formFactor()));
    }

    private SampleResult into(SampleResult sample, FormFactor formFactor) {
        List<AbsentMetric> absent = new ArrayList<>(sample.absent());
        Measurements measured = sample.measurements();
        if (speedIndex.isEmpty()) {
            absent.add(new AbsentMetric(Metric.SI, whyNot));
            absent.add(new AbsentMetric(Metric.SCORE, "no Speed Index: " + whyNot));
        } else {
            measured = measured.and(new Measurement(Metric.SI, speedIndex.getAsDouble()));
            Optional<Measurement> score = PerformanceScore.of(measured, formFactor);
            if (score.isPresent()) {
                measured = measured.and(score.get());
            } else {
                absent.add(new AbsentMetric(Metric.SCORE, "one of FCP, LCP, CLS, TBT is absent"));
            }
        }
        return sample.withMeasurements(measured, absent)
                .withEvidence(Stream.concat(sample.evidence().stream(), pictures.stream())
                        .toList());
    }
}
