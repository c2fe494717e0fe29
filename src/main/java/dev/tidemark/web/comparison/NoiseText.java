package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.analysis.diff.NoiseAssessment.Significance;
import dev.tidemark.analysis.trend.NormalVariation;
import dev.tidemark.analysis.trend.PeriodComparison;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/** Describes the significance of a difference. */
final class NoiseText {

    private NoiseText() {}

    /** For two runs. */
    static Significance of(Metric metric, double difference, Optional<NormalVariation> noise) {
        if (noise.isEmpty()) {
            return new Significance(Certainty.UNKNOWN, LocalizedMessage.of("compare.basis.tooFewNeighbors"));
        }
        String typical = MetricFormat.of(metric, noise.get().p95());
        if (noise.get().p95() == 0) {
            return difference == 0
                    ? new Significance(
                            Certainty.WITHIN_NOISE, LocalizedMessage.of("compare.basis.noVariationUnchanged"))
                    : new Significance(Certainty.SIGNIFICANT, LocalizedMessage.of("compare.basis.noVariation"));
        }
        return noise.get().isExceededBy(difference)
                ? new Significance(
                        Certainty.SIGNIFICANT, LocalizedMessage.of("compare.basis.exceedsVariation", typical))
                : new Significance(
                        Certainty.WITHIN_NOISE, LocalizedMessage.of("compare.basis.withinVariation", typical));
    }

    /** For two periods. */
    static Significance of(Metric metric, Optional<PeriodComparison> comparison) {
        if (comparison.isEmpty()) {
            return new Significance(Certainty.UNKNOWN, LocalizedMessage.of("compare.basis.tooFewRuns"));
        }
        PeriodComparison found = comparison.get();
        LocalizedMessage runs = LocalizedMessage.of("compare.basis.runs", found.earlierRuns(), found.laterRuns());
        if (!found.isBeyondNoise()) {
            return new Significance(Certainty.WITHIN_NOISE, LocalizedMessage.of("compare.basis.overlap", runs));
        }
        return new Significance(
                Certainty.SIGNIFICANT,
                LocalizedMessage.of(
                        "compare.basis.interval",
                        MetricFormat.difference(metric, found.low()),
                        MetricFormat.difference(metric, found.high()),
                        runs));
    }
}
