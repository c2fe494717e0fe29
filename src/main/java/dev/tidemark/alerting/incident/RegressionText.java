package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;

/** Texts about changes. */
public final class RegressionText {
    private RegressionText() {}

    /**
     * One notice of all changes that were confirmed together.
     *
     * @param changes at least one; the first is the one that was confirmed first
     */
    public static Notice notice(Probe probe, Run run, List<ChangePoint> changes) {
        ChangePoint first = changes.get(0);
        int others = changes.size() - 1;
        LocalizedMessage headline =
                others > 0 ? LocalizedMessage.of("regression.headline.more", sentence(first), others) : sentence(first);
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
                headline.toString(),
                changes.stream().map(RegressionText::line).toList(),
                Optional.empty());
    }

    /** {@code LCP 2.02 s → 2.31 s (+14 %)}. */
    public static String headline(ChangePoint change) {
        return sentence(change).toString();
    }

    private static LocalizedMessage sentence(ChangePoint change) {
        String before = MetricFormat.of(change.metric(), change.before());
        String now = MetricFormat.of(change.metric(), change.now());
        return change.before() > 0
                ? LocalizedMessage.of(
                        "regression.headline.percent",
                        change.metric(),
                        before,
                        now,
                        MetricFormat.relativeChange(change.before(), change.now()))
                : LocalizedMessage.of("regression.headline", change.metric(), before, now);
    }

    private static String line(ChangePoint change) {
        return LocalizedMessage.of(
                        "regression.line",
                        sentence(change),
                        UtcTimestamp.of(change.beganAt()),
                        MetricFormat.difference(change.metric(), change.low()),
                        MetricFormat.difference(change.metric(), change.high()))
                .toString();
    }
}
