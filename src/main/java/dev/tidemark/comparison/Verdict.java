package dev.tidemark.comparison;

import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.Contrast;
import dev.tidemark.contrast.Delta;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Unit;
import dev.tidemark.wording.Said;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a comparison, in one sentence. */
final class Verdict {

    private Verdict() {}

    static Said of(Delta told) {
        String name = told.metric().code();
        if (!told.isComplete()) {
            return Said.of("verdict.not_measured_on_both_sides", name);
        }
        return switch (told.certainty()) {
            case BEYOND -> Said.of("verdict.is_different", name, moved(told), told.words());
            case WITHIN -> Said.of("verdict.within_noise", name, told.changeText(), told.words());
            case UNKNOWN -> Said.of("verdict.not_known_whether_noise", name, told.changeText(), told.words());
        };
    }

    /** The first cause, where it explains a good part of a clear change; nothing else. */
    static Said lead(Contrast contrast) {
        return contrast.causes().stream()
                .findFirst()
                .filter(cause -> contrast.told().isBeyond() && cause.share().orElse(0) >= 0.3)
                .map(cause -> Said.of("verdict.most_likely_because_of_this", cause.text(), cause.shareText()))
                .orElse(Said.NOTHING);
    }

    private static Said moved(Delta told) {
        if (told.difference() == 0) {
            return Said.of("verdict.the_same");
        }
        boolean more = told.difference() > 0;
        boolean time = told.metric().unit() == Unit.MILLISECONDS;
        Said size = Said.of(
                time ? more ? "verdict.slower" : "verdict.faster" : more ? "verdict.higher" : "verdict.lower",
                ValueText.of(told.metric(), Math.abs(told.difference())));
        return told.metric().equals(Metric.SCORE)
                ? size
                : Said.of(
                        "verdict.with_per_cent",
                        size,
                        ValueText.percentChange(
                                told.before().get(), told.after().get()));
    }

    /** What makes the comparison of two runs mean something else. */
    static List<Said> reservations(Run before, Run after) {
        return Stream.of(
                        reservation(
                                !before.slot().probe().equals(after.slot().probe()),
                                "verdict.runs_of_two_different_probes"),
                        reservation(
                                !before.slot().location().equals(after.slot().location()),
                                "verdict.made_at_two_different_locations"),
                        reservation(
                                Stream.of(before, after)
                                        .anyMatch(run -> run.measurements().isEmpty()),
                                "verdict.one_of_them_has_no_values"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Said> reservation(boolean holds, String key) {
        return holds ? Optional.of(Said.of(key)) : Optional.empty();
    }
}
