package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;

/** How a change is told. */
public final class RegressionText {
    private RegressionText() {}

    /** One notice of all that moved together; the first is the one that was sure first. */
    public static Notice notice(Probe probe, Run run, List<ChangePoint> changes) {
        ChangePoint first = changes.get(0);
        return new Notice(
                first.id(),
                1,
                first.isWorse() ? NoticeKind.WORSE : NoticeKind.BETTER,
                probe.id(),
                probe.name(),
                probe.target().shownUrl(),
                first.location(),
                run.id(),
                first.confirmedAt(),
                headline(first) + (changes.size() > 1 ? " and " + (changes.size() - 1) + " more" : ""),
                changes.stream().map(RegressionText::sentence).toList(),
                Optional.empty());
    }

    /** {@code LCP 2.02 s -> 2.31 s (+14 %)}. */
    public static String headline(ChangePoint change) {
        return change.metric() + " " + MetricFormat.of(change.metric(), change.before()) + " -> "
                + MetricFormat.of(change.metric(), change.now())
                + (change.before() > 0 ? " (" + MetricFormat.relativeChange(change.before(), change.now()) + ")" : "");
    }

    private static String sentence(ChangePoint change) {
        return headline(change) + " since " + change.beganAt() + "; the difference lies between "
                + MetricFormat.difference(change.metric(), change.low()) + " and "
                + MetricFormat.difference(change.metric(), change.high()) + " with 95 % confidence";
    }
}
