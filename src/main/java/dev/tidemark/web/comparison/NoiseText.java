package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.analysis.diff.NoiseAssessment.Significance;
import dev.tidemark.analysis.trend.NormalVariation;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/** Describes the significance of a difference between two runs. */
final class NoiseText {

    private NoiseText() {}

    static Significance of(Metric metric, double difference, Optional<NormalVariation> noise) {
        if (noise.isEmpty()) {
            return tooFewRuns(NormalVariation.runsNeededWithoutPairs());
        }
        NormalVariation normal = noise.get();
        if (normal.p95() == 0 && normal.pairs() > 1) {
            return exact(difference);
        }
        if (normal.runsNeeded() > 0) {
            return normal.isProbablyExceededBy(difference)
                    ? new Significance(
                            Certainty.LIKELY, LocalizedMessage.of("compare.basis.tooFewToBeSure", normal.runsNeeded()))
                    : tooFewRuns(normal.runsNeeded());
        }
        String typical = MetricFormat.of(metric, normal.p95());
        return normal.isExceededBy(difference)
                ? new Significance(
                        Certainty.SIGNIFICANT, LocalizedMessage.of("compare.basis.exceedsVariation", typical))
                : new Significance(
                        Certainty.WITHIN_NOISE, LocalizedMessage.of("compare.basis.withinVariation", typical));
    }

    /** Of values that do not vary: any difference counts. */
    static Significance exact(double difference) {
        return difference == 0
                ? new Significance(Certainty.WITHIN_NOISE, LocalizedMessage.of("compare.basis.noVariationUnchanged"))
                : new Significance(Certainty.SIGNIFICANT, LocalizedMessage.of("compare.basis.noVariation"));
    }

    private static Significance tooFewRuns(int needed) {
        return new Significance(Certainty.UNKNOWN, LocalizedMessage.of("compare.basis.tooFewNeighbors", needed));
    }
}
