package dev.tidemark.analysis.diff;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/** A metric on both sides, and the significance of the difference. */
public record MetricDelta(
        Metric metric,
        Optional<Double> before,
        Optional<Double> after,
        Certainty certainty,
        LocalizedMessage explanation) {

    static MetricDelta of(Metric metric, DiffSide before, DiffSide after, NoiseAssessment noise) {
        Optional<Double> first = before.value(metric);
        Optional<Double> second = after.value(metric);
        if (first.isEmpty() || second.isEmpty()) {
            return new MetricDelta(
                    metric, first, second, Certainty.UNKNOWN, LocalizedMessage.of("compare.values.incomplete"));
        }
        NoiseAssessment.Significance significance = noise.of(metric, first.get(), second.get());
        return new MetricDelta(metric, first, second, significance.certainty(), significance.explanation());
    }

    public boolean isComplete() {
        return before.isPresent() && after.isPresent();
    }

    public double difference() {
        return isComplete() ? after.get() - before.get() : 0;
    }

    public boolean isSignificant() {
        return certainty == Certainty.SIGNIFICANT;
    }

    /** Significant, or likely with too few runs to be sure. */
    boolean isProbable() {
        return isSignificant() || certainty == Certainty.LIKELY;
    }

    public LocalizedMessage beforeText() {
        return text(before);
    }

    public LocalizedMessage afterText() {
        return text(after);
    }

    private LocalizedMessage text(Optional<Double> value) {
        return value.map(one -> LocalizedMessage.verbatim(MetricFormat.of(metric, one)))
                .orElse(LocalizedMessage.of("common.value.none"));
    }

    public String changeText() {
        if (!isComplete()) {
            return "–";
        }
        String relative = MetricFormat.relativeChange(before.get(), after.get());
        return MetricFormat.difference(metric, difference()) + (relative.isEmpty() ? "" : " (" + relative + ")");
    }

    /** Better, worse or no change; "likely slower"; "within noise"; or "unknown". */
    public LocalizedMessage verdict() {
        if (isComplete() && difference() == 0) {
            return LocalizedMessage.of("compare.values.noChange");
        }
        return switch (certainty) {
            case SIGNIFICANT -> LocalizedMessage.of(isBetter() ? "compare.values.better" : "compare.values.worse");
            case LIKELY -> LocalizedMessage.of("compare.values.likely", direction());
            case WITHIN_NOISE -> LocalizedMessage.of("compare.values.withinNoise");
            case UNKNOWN -> LocalizedMessage.of("compare.values.unknown");
        };
    }

    /** The direction of a change: slower, faster, higher, lower. */
    public LocalizedMessage direction() {
        boolean more = difference() > 0;
        if (metric.unit() == Unit.MILLISECONDS) {
            return LocalizedMessage.of(more ? "compare.direction.slower" : "compare.direction.faster");
        }
        return LocalizedMessage.of(more ? "compare.direction.higher" : "compare.direction.lower");
    }

    /** {@code good}, {@code poor} or {@code none}. Higher is better for the score, lower for all other metrics. */
    public String rating() {
        return !isSignificant() || difference() == 0 ? "none" : isBetter() ? "good" : "poor";
    }

    private boolean isBetter() {
        return metric.equals(Metric.SCORE) ? difference() > 0 : difference() < 0;
    }
}
