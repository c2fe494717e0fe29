package dev.tidemark.vitals;

import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.observation.Interaction;
import dev.tidemark.observation.LayoutShift;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.LongTask;
import java.util.List;
import java.util.Optional;

/**
 * What an observation yields: the numbers, what is missing and why, and what they rest on.
 *
 * @param shifts of the top document, in order of time
 * @param contradictory whether the instants do not follow one another as they must
 * @param truncated whether the page said more than is kept, so that counts and sums may be too low
 */
public record Observed(
        Measurements measurements,
        List<Absence> absent,
        Optional<LcpElement> lcp,
        List<LayoutShift> shifts,
        Optional<Interaction> worstInteraction,
        List<LongTask> longTasks,
        boolean contradictory,
        boolean truncated) {

    public Observed {
        absent = List.copyOf(absent);
        shifts = List.copyOf(shifts);
        longTasks = List.copyOf(longTasks);
    }
}
