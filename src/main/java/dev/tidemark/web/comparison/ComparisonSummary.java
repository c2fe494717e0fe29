package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.LoadDiff;
import dev.tidemark.analysis.diff.MetricDelta;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a comparison, in one sentence. */
final class ComparisonSummary {

    private ComparisonSummary() {}

    static LocalizedMessage of(MetricDelta told) {
        LocalizedMessage name = told.metric().label();
        if (!told.isComplete()) {
            return LocalizedMessage.of("compare.verdict.notMeasured", name);
        }
        return switch (told.certainty()) {
            case BEYOND -> LocalizedMessage.of("compare.verdict.significant", name, moved(told), told.words());
            case WITHIN -> LocalizedMessage.of("compare.verdict.insignificant", name, told.changeText(), told.words());
            case UNKNOWN -> LocalizedMessage.of("compare.verdict.unknown", name, told.changeText(), told.words());
        };
    }

    /** The first cause, where it explains a good part of a clear change; nothing else. */
    static LocalizedMessage lead(LoadDiff contrast) {
        return contrast.causes().stream()
                .findFirst()
                .filter(cause -> contrast.told().isBeyond() && cause.share().orElse(0) >= 0.3)
                .map(cause -> LocalizedMessage.of("compare.verdict.lead", cause.text(), cause.shareText()))
                .orElse(LocalizedMessage.NOTHING);
    }

    private static LocalizedMessage moved(MetricDelta told) {
        if (told.difference() == 0) {
            return LocalizedMessage.of("compare.verdict.same");
        }
        boolean more = told.difference() > 0;
        boolean time = told.metric().unit() == Unit.MILLISECONDS;
        LocalizedMessage size = LocalizedMessage.of(
                time
                        ? more ? "compare.verdict.slower" : "compare.verdict.faster"
                        : more ? "compare.verdict.higher" : "compare.verdict.lower",
                MetricFormat.of(told.metric(), Math.abs(told.difference())));
        String relative =
                MetricFormat.relativeChange(told.before().get(), told.after().get());
        return told.metric().equals(Metric.SCORE) || relative.isEmpty()
                ? size
                : LocalizedMessage.of("compare.verdict.withPercent", size, relative);
    }

    /** What makes the comparison of two runs mean something else. */
    static List<LocalizedMessage> reservations(Run before, Run after) {
        return Stream.of(
                        reservation(!before.slot().probe().equals(after.slot().probe()), "compare.caution.probes"),
                        reservation(
                                !before.slot().location().equals(after.slot().location()), "compare.caution.locations"),
                        reservation(
                                Stream.of(before, after)
                                        .anyMatch(run -> run.measurements().isEmpty()),
                                "compare.caution.noValues"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LocalizedMessage> reservation(boolean holds, String key) {
        return holds ? Optional.of(LocalizedMessage.of(key)) : Optional.empty();
    }
}
