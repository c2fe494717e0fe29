package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.Profile;
import java.util.List;
import java.util.Optional;

/**
 * One side of a comparison.
 *
 * @param values of the run (medians over its samples) or of the period (medians over its runs)
 * @param pages details of its good samples, the representative one first
 * @param browser name and version; empty if unknown
 * @param machine CPU benchmark of the host, higher is faster; 0 if unknown
 */
public record DiffSide(
        Measurements values, List<PageDetails> pages, String browser, Optional<Profile> profile, double machine) {

    public DiffSide {
        pages = List.copyOf(pages);
    }

    Optional<Double> value(Metric metric) {
        return values.find(metric).map(Measurement::value);
    }

    /** The representative page load. */
    PageDetails page() {
        return pages.isEmpty() ? PageDetails.none() : pages.get(0);
    }
}
