package dev.tidemark.change;

import dev.tidemark.chart.ValueText;
import dev.tidemark.delivery.Notice;
import dev.tidemark.delivery.Tone;
import dev.tidemark.history.Run;
import dev.tidemark.probe.Probe;
import java.util.List;
import java.util.Optional;

/** How a change is told. */
final class ChangeWords {
    private ChangeWords() {}

    /** One notice of all that moved together; the first is the one that was sure first. */
    static Notice notice(Probe probe, Run run, List<Change> changes) {
        Change first = changes.get(0);
        return new Notice(
                first.id(),
                1,
                first.isWorse() ? Tone.WORSE : Tone.BETTER,
                probe.id(),
                probe.name(),
                probe.target().shownUrl(),
                first.location(),
                run.id(),
                first.confirmedAt(),
                headline(first) + (changes.size() > 1 ? " and " + (changes.size() - 1) + " more" : ""),
                changes.stream().map(ChangeWords::sentence).toList(),
                Optional.empty());
    }

    /** {@code LCP 2.02 s -> 2.31 s (+14 %)}. */
    static String headline(Change change) {
        return change.metric() + " " + ValueText.of(change.metric(), change.before()) + " -> "
                + ValueText.of(change.metric(), change.now())
                + (change.before() > 0 ? " (" + ValueText.percentChange(change.before(), change.now()) + ")" : "");
    }

    private static String sentence(Change change) {
        return headline(change) + " since " + change.beganAt() + "; the difference lies between "
                + ValueText.change(change.metric(), change.low()) + " and "
                + ValueText.change(change.metric(), change.high()) + " with 95 % confidence";
    }
}
