package dev.tidemark.contrast;

import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.Profile;
import java.util.List;
import java.util.Optional;

/**
 * One side of a comparison.
 *
 * @param values of the run (medians over its samples) or of the period (medians over its runs)
 * @param pages what was seen in its good samples; the representative one first
 * @param browser name and version; empty when not known
 * @param machine the benchmark of the machine that measured: more is faster; 0 when not known
 */
public record Load(
        Measurements values, List<PageFacts> pages, String browser, Optional<Profile> profile, double machine) {

    public Load {
        pages = List.copyOf(pages);
    }

    Optional<Double> value(Metric metric) {
        return values.find(metric).map(Measurement::value);
    }

    /** The representative one. */
    PageFacts page() {
        return pages.isEmpty() ? PageFacts.none() : pages.get(0);
    }
}
