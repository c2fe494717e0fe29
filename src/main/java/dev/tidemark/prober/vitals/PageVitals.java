package dev.tidemark.prober.vitals;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.LongTask;
import java.util.List;
import java.util.Optional;

/**
 * What an observation yields: the numbers, what is missing and why, and what they rest on.
 *
 * @param shifts of the top document, in order of time
 * @param contradictory whether the instants do not follow one another as they must
 * @param truncated whether the page said more than is kept, so that counts and sums may be too low
 */
public record PageVitals(
        Measurements measurements,
        List<AbsentMetric> absent,
        Optional<LcpElement> lcp,
        List<LayoutShift> shifts,
        Optional<Interaction> worstInteraction,
        List<LongTask> longTasks,
        boolean contradictory,
        boolean truncated) {

    public PageVitals {
        absent = List.copyOf(absent);
        shifts = List.copyOf(shifts);
        longTasks = List.copyOf(longTasks);
    }
}
