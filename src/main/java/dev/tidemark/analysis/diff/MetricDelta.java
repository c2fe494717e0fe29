package dev.tidemark.analysis.diff;

import dev.tidemark.analysis.diff.NoiseAssessment.Certainty;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/** One metric on both sides, and what may be said of the difference. */
public record MetricDelta(
        Metric metric, Optional<Double> before, Optional<Double> after, Certainty certainty, LocalizedMessage words) {

    static MetricDelta of(Metric metric, DiffSide before, DiffSide after, NoiseAssessment noise) {
        Optional<Double> first = before.value(metric);
        Optional<Double> second = after.value(metric);
        if (first.isEmpty() || second.isEmpty()) {
            return new MetricDelta(
                    metric, first, second, Certainty.UNKNOWN, LocalizedMessage.of("compare.values.incomplete"));
        }
        NoiseAssessment.Significance finding = noise.of(metric, first.get(), second.get());
        return new MetricDelta(metric, first, second, finding.certainty(), finding.words());
    }

    public boolean isComplete() {
        return before.isPresent() && after.isPresent();
    }

    public double difference() {
        return isComplete() ? after.get() - before.get() : 0;
    }

    public boolean isBeyond() {
        return certainty == Certainty.BEYOND;
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

    /** "beyond the noise", "within noise" or "not known". */
    public LocalizedMessage verdict() {
        return switch (certainty) {
            case BEYOND ->
                LocalizedMessage.of(
                        difference() == 0
                                ? "compare.values.noChange"
                                : isBetter() ? "compare.values.better" : "compare.values.worse");
            case WITHIN -> LocalizedMessage.of("compare.values.withinNoise");
            case UNKNOWN -> LocalizedMessage.of("compare.values.unknown");
        };
    }

    /** good, poor or none: of the score more is better, of all else less. */
    public String tone() {
        return !isBeyond() || difference() == 0 ? "none" : isBetter() ? "good" : "poor";
    }

    private boolean isBetter() {
        return metric.equals(Metric.SCORE) ? difference() > 0 : difference() < 0;
    }
}
