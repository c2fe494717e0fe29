package dev.tidemark.comparison;

import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.Noise.Certainty;
import dev.tidemark.contrast.Noise.Finding;
import dev.tidemark.measurement.Metric;
import dev.tidemark.trend.Comparison;
import dev.tidemark.trend.NeighbourNoise;
import java.util.Optional;

/** What the tests found, in plain words. */
final class NoiseWords {

    private NoiseWords() {}

    /** Of two single runs. */
    static Finding of(Metric metric, double difference, Optional<NeighbourNoise> noise) {
        if (noise.isEmpty()) {
            return new Finding(Certainty.UNKNOWN, "too few runs around them to know the noise");
        }
        String usual = ValueText.of(metric, noise.get().usual());
        if (noise.get().usual() == 0) {
            return difference == 0
                    ? new Finding(Certainty.WITHIN, "neither do neighbouring runs differ")
                    : new Finding(Certainty.BEYOND, "neighbouring runs do not differ at all");
        }
        return noise.get().isExceededBy(difference)
                ? new Finding(Certainty.BEYOND, "19 of 20 neighbouring runs differ by less than " + usual)
                : new Finding(Certainty.WITHIN, "neighbouring runs differ by up to " + usual + " just so");
    }

    /** Of two periods. */
    static Finding of(Metric metric, Optional<Comparison> comparison) {
        if (comparison.isEmpty()) {
            return new Finding(Certainty.UNKNOWN, "a period has fewer than four runs");
        }
        Comparison found = comparison.get();
        String runs = found.earlierRuns() + " runs against " + found.laterRuns();
        if (!found.isBeyondNoise()) {
            return new Finding(Certainty.WITHIN, "the runs of both periods mix (" + runs + ")");
        }
        return new Finding(
                Certainty.BEYOND,
                "between " + ValueText.change(metric, found.low()) + " and " + ValueText.change(metric, found.high())
                        + " with 95 % confidence (" + runs + ")");
    }
}
