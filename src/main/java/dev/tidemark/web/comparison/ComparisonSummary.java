package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.LoadDiff;
import dev.tidemark.analysis.diff.MetricDelta;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Summarizes a comparison in one sentence. */
final class ComparisonSummary {

    private ComparisonSummary() {}

    static LocalizedMessage of(MetricDelta delta) {
        LocalizedMessage name = delta.metric().label();
        if (!delta.isComplete()) {
            return LocalizedMessage.of("compare.verdict.notMeasured", name);
        }
        if (delta.difference() == 0) {
            return LocalizedMessage.of("compare.verdict.unchanged", name);
        }
        return switch (delta.certainty()) {
            case SIGNIFICANT ->
                LocalizedMessage.of("compare.verdict.significant", name, change(delta), delta.explanation());
            case LIKELY ->
                LocalizedMessage.of(
                        "compare.verdict.likely", name, delta.direction(), delta.changeText(), delta.explanation());
            case WITHIN_NOISE ->
                LocalizedMessage.of("compare.verdict.insignificant", name, delta.changeText(), delta.explanation());
            case UNKNOWN ->
                LocalizedMessage.of("compare.verdict.unknown", name, delta.changeText(), delta.explanation());
        };
    }

    /** The first cause if it explains at least 30 % of a significant change; otherwise blank. */
    static LocalizedMessage lead(LoadDiff diff) {
        return diff.causes().stream()
                .findFirst()
                .filter(cause ->
                        diff.explainedDelta().isSignificant() && cause.share().orElse(0) >= 0.3)
                .map(cause -> LocalizedMessage.of("compare.verdict.lead", cause.text(), cause.shareText()))
                .orElse(LocalizedMessage.EMPTY);
    }

    private static LocalizedMessage change(MetricDelta delta) {
        LocalizedMessage size = LocalizedMessage.of(
                "compare.verdict.byAmount",
                MetricFormat.of(delta.metric(), Math.abs(delta.difference())),
                delta.direction());
        String relative =
                MetricFormat.relativeChange(delta.before().get(), delta.after().get());
        return delta.metric().equals(Metric.SCORE) || relative.isEmpty()
                ? size
                : LocalizedMessage.of("compare.verdict.withPercent", size, relative);
    }

    /** Cautions about runs that are comparable only to a degree. */
    static List<LocalizedMessage> cautions(Run before, Run after) {
        return Stream.of(
                        caution(!before.slot().probe().equals(after.slot().probe()), "compare.caution.probes"),
                        caution(!before.slot().location().equals(after.slot().location()), "compare.caution.locations"),
                        caution(
                                Stream.of(before, after)
                                        .anyMatch(run -> run.measurements().isEmpty()),
                                "compare.caution.noValues"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LocalizedMessage> caution(boolean holds, String key) {
        return holds ? Optional.of(LocalizedMessage.of(key)) : Optional.empty();
    }
}
