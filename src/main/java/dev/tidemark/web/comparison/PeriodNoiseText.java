package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.analysis.diff.NoiseAssessment.Significance;
import dev.tidemark.analysis.trend.PeriodComparison;
import dev.tidemark.analysis.trend.RunsNeeded;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Describes the significance of a difference between two periods. */
final class PeriodNoiseText {

    private PeriodNoiseText() {}

    /** @param earlier values of the earlier period, in the metric's unit */
    static Significance of(Metric metric, double[] earlier, double[] later) {
        // A score is constant only because it is rounded: the times from which it is calculated vary.
        if (!metric.equals(Metric.SCORE) && isConstant(earlier) && isConstant(later)) {
            return exact(earlier, later);
        }
        Optional<PeriodComparison> comparison = PeriodComparison.of(earlier, later);
        return comparison.isPresent() ? of(metric, comparison.get()) : ofFewRuns(earlier, later);
    }

    private static Significance of(Metric metric, PeriodComparison found) {
        LocalizedMessage runs = runs(found.earlierRuns(), found.laterRuns());
        if (found.isBeyondNoise()) {
            return new Significance(
                    Certainty.SIGNIFICANT,
                    LocalizedMessage.of(
                            "compare.basis.interval",
                            MetricFormat.difference(metric, found.low()),
                            MetricFormat.difference(metric, found.high()),
                            runs));
        }
        return found.isLikely()
                ? new Significance(Certainty.LIKELY, tooFewToBeSure(found.runsNeeded()))
                : new Significance(Certainty.WITHIN_NOISE, LocalizedMessage.of("compare.basis.overlap", runs));
    }

    /**
     * Too few runs for a test: the difference is likely real if the values do not overlap, and that is unlikely by chance or the gap
     * exceeds the variation within the periods.
     */
    private static Significance ofFewRuns(double[] earlier, double[] later) {
        DoubleSummaryStatistics before = DoubleStream.of(earlier).summaryStatistics();
        DoubleSummaryStatistics after = DoubleStream.of(later).summaryStatistics();
        RunsNeeded needed = RunsNeeded.withoutOverlap(earlier.length, later.length);
        double gap = Math.max(after.getMin() - before.getMax(), before.getMin() - after.getMax());
        double variation = Math.max(before.getMax() - before.getMin(), after.getMax() - after.getMin());
        boolean apart = gap > 0 && RunsNeeded.isUnlikelyByChance(earlier.length, later.length);
        boolean likely = earlier.length > 1 && later.length > 1 && (apart || gap > variation);
        return likely
                ? new Significance(Certainty.LIKELY, tooFewToBeSure(needed))
                : new Significance(
                        Certainty.UNKNOWN,
                        LocalizedMessage.of(
                                needed.inEach() ? "compare.basis.tooFewRunsInEach" : "compare.basis.tooFewRunsLater",
                                needed.runs()));
    }

    private static LocalizedMessage tooFewToBeSure(RunsNeeded needed) {
        return LocalizedMessage.of(
                needed.inEach() ? "compare.basis.tooFewToBeSureInEach" : "compare.basis.tooFewToBeSureLater",
                needed.runs());
    }

    private static Significance exact(double[] earlier, double[] later) {
        LocalizedMessage runs = runs(earlier.length, later.length);
        return earlier[0] == later[0]
                ? new Significance(Certainty.WITHIN_NOISE, LocalizedMessage.of("compare.basis.sameInAllRuns", runs))
                : new Significance(Certainty.SIGNIFICANT, LocalizedMessage.of("compare.basis.constantPeriods", runs));
    }

    private static boolean isConstant(double[] values) {
        return values.length > 1 && DoubleStream.of(values).distinct().count() == 1;
    }

    private static LocalizedMessage runs(int earlier, int later) {
        return LocalizedMessage.of("compare.basis.runs", earlier, later);
    }
}
