package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** Says what may be said of a difference between both sides. */
@FunctionalInterface
public interface NoiseAssessment {

    /** Whether the difference is more than what comes and goes by itself. */
    enum Certainty {
        SIGNIFICANT,
        WITHIN_NOISE,
        UNKNOWN
    }

    /** @param explanation how that is known, as the end of a sentence */
    record Significance(Certainty certainty, LocalizedMessage explanation) {}

    /** Of values that both sides have, in the metric's unit. */
    Significance of(Metric metric, double before, double after);
}
