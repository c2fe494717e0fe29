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
 * The result of an observation: metrics, absent metrics with reasons, and the underlying entries.
 *
 * @param shifts of the top document, in chronological order
 * @param contradictory whether the times are out of order
 * @param truncated whether the page reported more entries than are stored, so that counts and sums may be too low
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
