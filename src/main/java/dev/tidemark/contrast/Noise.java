package dev.tidemark.contrast;

import dev.tidemark.measurement.Metric;
import dev.tidemark.wording.Said;

/** Says what may be said of a difference between both sides. */
@FunctionalInterface
public interface Noise {

    /** Whether the difference is more than what comes and goes by itself. */
    enum Certainty {
        BEYOND,
        WITHIN,
        UNKNOWN
    }

    /** @param words how that is known, as the end of a sentence */
    record Finding(Certainty certainty, Said words) {}

    /** Of values that both sides have, in the metric's unit. */
    Finding of(Metric metric, double before, double after);
}
