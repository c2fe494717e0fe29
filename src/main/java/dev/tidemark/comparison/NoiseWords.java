package dev.tidemark.comparison;

import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.Noise.Certainty;
import dev.tidemark.contrast.Noise.Finding;
import dev.tidemark.measurement.Metric;
import dev.tidemark.trend.Comparison;
import dev.tidemark.trend.NeighbourNoise;
import dev.tidemark.wording.Said;
import java.util.Optional;

/** What the tests found, in plain words. */
final class NoiseWords {

    private NoiseWords() {}

    /** Of two single runs. */
    static Finding of(Metric metric, double difference, Optional<NeighbourNoise> noise) {
        if (noise.isEmpty()) {
            return new Finding(Certainty.UNKNOWN, Said.of("noise.too_few_runs_around_them"));
        }
        String usual = ValueText.of(metric, noise.get().usual());
        if (noise.get().usual() == 0) {
            return difference == 0
                    ? new Finding(Certainty.WITHIN, Said.of("noise.neither_do_neighbouring_runs_differ"))
                    : new Finding(Certainty.BEYOND, Said.of("noise.neighbouring_runs_do_not_differ_at_all"));
        }
        return noise.get().isExceededBy(difference)
                ? new Finding(Certainty.BEYOND, Said.of("noise.of_20_neighbouring_runs_differ_by_less", usual))
                : new Finding(Certainty.WITHIN, Said.of("noise.neighbouring_runs_differ_by_up_to", usual));
    }

    /** Of two periods. */
    static Finding of(Metric metric, Optional<Comparison> comparison) {
        if (comparison.isEmpty()) {
            return new Finding(Certainty.UNKNOWN, Said.of("noise.a_period_has_fewer_than_four_runs"));
        }
        Comparison found = comparison.get();
        Said runs = Said.of("noise.runs_against", found.earlierRuns(), found.laterRuns());
        if (!found.isBeyondNoise()) {
            return new Finding(Certainty.WITHIN, Said.of("noise.the_runs_of_both_periods_mix", runs));
        }
        return new Finding(
                Certainty.BEYOND,
                Said.of(
                        "noise.between_with_95_confidence",
                        ValueText.change(metric, found.low()),
                        ValueText.change(metric, found.high()),
                        runs));
    }
}
