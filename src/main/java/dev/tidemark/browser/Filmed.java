package dev.tidemark.browser;

import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.PerformanceScore;
import dev.tidemark.observation.Evidence;
import dev.tidemark.observation.RunResult;
import dev.tidemark.observation.SampleResult;
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
record Filmed(OptionalDouble speedIndex, List<Evidence> pictures, String whyNot) {

    static Filmed none(String whyNot) {
        return new Filmed(OptionalDouble.empty(), List.of(), whyNot);
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
        List<Absence> absent = new ArrayList<>(sample.absent());
        Measurements measured = sample.measurements();
        if (speedIndex.isEmpty()) {
            absent.add(new Absence(Metric.SI, whyNot));
            absent.add(new Absence(Metric.SCORE, "no Speed Index: " + whyNot));
        } else {
            measured = measured.and(new Measurement(Metric.SI, speedIndex.getAsDouble()));
            Optional<Measurement> score = PerformanceScore.of(measured, formFactor);
            if (score.isPresent()) {
                measured = measured.and(score.get());
            } else {
                absent.add(new Absence(Metric.SCORE, "one of FCP, LCP, CLS, TBT is absent"));
            }
        }
        return sample.withMeasurements(measured, absent)
                .withEvidence(Stream.concat(sample.evidence().stream(), pictures.stream())
                        .toList());
    }
}
