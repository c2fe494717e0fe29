package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** Assesses whether a difference between both sides is significant. */
@FunctionalInterface
public interface NoiseAssessment {

    /** Whether the difference exceeds normal variation. */
    enum Certainty {
        SIGNIFICANT,
        /** Probably real, but there are too few runs to be sure. */
        LIKELY,
        WITHIN_NOISE,
        UNKNOWN
    }

    /** @param explanation the basis of the assessment */
    record Significance(Certainty certainty, LocalizedMessage explanation) {}

    /** Of values that both sides have, in the metric's unit. */
    Significance of(Metric metric, double before, double after);
}
