package dev.tidemark.comparison;

import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.Contrast;
import dev.tidemark.contrast.Delta;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a comparison, in one sentence. */
final class Verdict {

    private Verdict() {}

    static String of(Delta told) {
        String name = told.metric().code();
        if (!told.isComplete()) {
            return name + " was not measured on both sides, so it cannot be compared.";
        }
        return switch (told.certainty()) {
            case BEYOND -> name + " is " + moved(told) + ": " + told.words() + ".";
            case WITHIN ->
                "Within noise: no clear difference in " + name + " (" + told.changeText() + "); " + told.words()
                        + ". The causes below may be noise too.";
            case UNKNOWN ->
                name + " differs by " + told.changeText() + "; whether that is noise is not known: " + told.words()
                        + ".";
        };
    }

    /** The first cause, where it explains a good part of a clear change; empty else. */
    static String lead(Contrast contrast) {
        return contrast.causes().stream()
                .findFirst()
                .filter(cause -> contrast.told().isBeyond() && cause.share().orElse(0) >= 0.3)
                .map(cause -> "Most likely because of this: " + lowered(cause.text()) + " (" + cause.shareText()
                        + " of the change).")
                .orElse("");
    }

    /** Names of files and elements keep their letters. */
    private static String lowered(String text) {
        return text.replaceFirst("^The ", "the ").replaceFirst("^Once ", "once ");
    }

    private static String moved(Delta told) {
        if (told.difference() == 0) {
            return "the same";
        }
        boolean more = told.difference() > 0;
        String size = ValueText.of(told.metric(), Math.abs(told.difference()));
        boolean time = told.metric().unit() == dev.tidemark.measurement.Unit.MILLISECONDS;
        String words = time ? more ? " slower" : " faster" : more ? " higher" : " lower";
        String percent = told.metric().equals(Metric.SCORE)
                ? ""
                : " ("
                        + ValueText.percentChange(
                                told.before().get(), told.after().get()) + ")";
        return size + words + percent;
    }

    /** What makes the comparison of two runs mean something else. */
    static List<String> reservations(Run before, Run after) {
        return Stream.of(
                        reservation(
                                !before.slot().probe().equals(after.slot().probe()),
                                "These are runs of two different probes."),
                        reservation(
                                !before.slot().location().equals(after.slot().location()),
                                "They were made at two different locations."),
                        reservation(
                                Stream.of(before, after)
                                        .anyMatch(run -> run.measurements().isEmpty()),
                                "One of them has no values: it failed, or is not over yet."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> reservation(boolean holds, String words) {
        return holds ? Optional.of(words) : Optional.empty();
    }
}
