package dev.tidemark.contrast;

import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.SampleResult;
import java.util.List;
import java.util.Optional;

/**
 * One side of a comparison.
 *
 * @param values of the run: medians over its samples
 * @param samples the good ones
 * @param page what was seen in the representative sample
 * @param browser name and version; empty when not known
 * @param machine the benchmark of the machine that measured: more is faster; 0 when not known
 */
public record Load(
        Measurements values,
        List<SampleResult> samples,
        PageFacts page,
        String browser,
        Optional<Profile> profile,
        double machine) {

    public Load {
        samples = List.copyOf(samples);
    }

    /** The metric's value of each sample, in ascending order. */
    double[] spread(Metric metric) {
        return samples.stream()
                .flatMap(sample -> sample.measurements().find(metric).stream())
                .mapToDouble(Measurement::value)
                .sorted()
                .toArray();
    }
}
