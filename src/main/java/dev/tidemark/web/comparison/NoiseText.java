package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.analysis.diff.NoiseAssessment.Significance;
import dev.tidemark.analysis.trend.NormalVariation;
import dev.tidemark.analysis.trend.PeriodComparison;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/** What the tests found, in plain words. */
final class NoiseText {

    private NoiseText() {}

    /** Of two single runs. */
    static Significance of(Metric metric, double difference, Optional<NormalVariation> noise) {
        if (noise.isEmpty()) {
            return new Significance(Certainty.UNKNOWN, LocalizedMessage.of("noise.too_few_runs_around_them"));
        }
        String usual = MetricFormat.of(metric, noise.get().usual());
        if (noise.get().usual() == 0) {
            return difference == 0
                    ? new Significance(Certainty.WITHIN, LocalizedMessage.of("noise.neither_do_neighbouring_runs_differ"))
                    : new Significance(Certainty.BEYOND, LocalizedMessage.of("noise.neighbouring_runs_do_not_differ_at_all"));
        }
        return noise.get().isExceededBy(difference)
                ? new Significance(Certainty.BEYOND, LocalizedMessage.of("noise.of_20_neighbouring_runs_differ_by_less", usual))
                : new Significance(Certainty.WITHIN, LocalizedMessage.of("noise.neighbouring_runs_differ_by_up_to", usual));
    }

    /** Of two periods. */
    static Significance of(Metric metric, Optional<PeriodComparison> comparison) {
        if (comparison.isEmpty()) {
            return new Significance(Certainty.UNKNOWN, LocalizedMessage.of("noise.a_period_has_fewer_than_four_runs"));
        }
        PeriodComparison found = comparison.get();
        LocalizedMessage runs = LocalizedMessage.of("noise.runs_against", found.earlierRuns(), found.laterRuns());
        if (!found.isBeyondNoise()) {
            return new Significance(Certainty.WITHIN, LocalizedMessage.of("noise.the_runs_of_both_periods_mix", runs));
        }
        return new Significance(
                Certainty.BEYOND,
                LocalizedMessage.of(
                        "noise.between_with_95_confidence",
                        MetricFormat.difference(metric, found.low()),
                        MetricFormat.difference(metric, found.high()),
                        runs));
    }
}
