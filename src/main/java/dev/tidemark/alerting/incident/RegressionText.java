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
final class RegressionText {
    private RegressionText() {}

    /**
     * One notice of all changes that were confirmed together.
     *
     * @param changes at least one; the first is the one that was confirmed first
     */
    static Notice notice(Probe probe, Run run, List<ChangePoint> changes) {
        ChangePoint first = changes.get(0);
        int others = changes.size() - 1;
        LocalizedMessage headline = others > 0
                ? LocalizedMessage.of("regression.headline.more", first.headline(), others)
                : first.headline();
        return new Notice(
                first.id(),
                1,
                first.isWorse() ? NoticeKind.WORSE : NoticeKind.BETTER,
                probe.id(),
                probe.name(),
                probe.target().url().spelling(),
                first.location(),
                run.id(),
                first.confirmedAt(),
                headline.toString(),
                changes.stream().map(RegressionText::line).toList(),
                Optional.empty());
    }

    private static String line(ChangePoint change) {
        return LocalizedMessage.of(
                        "regression.line",
                        change.headline(),
                        UtcTimestamp.of(change.beganAt()),
                        MetricFormat.difference(change.metric(), change.low()),
                        MetricFormat.difference(change.metric(), change.high()))
                .toString();
    }
}
