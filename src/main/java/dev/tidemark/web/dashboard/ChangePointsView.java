package dev.tidemark.web.dashboard;

import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.analysis.changepoint.ChangePoints;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The detected regressions and improvements of a probe, for its page. */
@Named
@RequestScoped
public class ChangePointsView {
    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int MOST_SHOWN = 20;

    private final ChangePoints changes;
    private final Clock clock;

    @Inject
    public ChangePointsView(ChangePoints changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A row of the table.
     *
     * @param confidenceInterval of the difference
     * @param rating {@code good} or {@code poor}
     */
    public record ChangePointRow(
            String metric,
            LocalizedMessage title,
            LocalizedMessage values,
            String size,
            LocalizedMessage confidenceInterval,
            String rating,
            Instant since,
            String run) {}

    public List<ChangePointRow> of(String probe) {
        Instant now = clock.instant();
        return changes.of(new ProbeId(probe), Interval.before(now, SHOWN), MOST_SHOWN).stream()
                .map(ChangePointsView::line)
                .toList();
    }

    private static ChangePointRow line(ChangePoint change) {
        return new ChangePointRow(
                change.metric().code(),
                change.metric().label(),
                LocalizedMessage.of(
                        "cause.beforeAfterPlain",
                        MetricFormat.of(change.metric(), change.before()),
                        MetricFormat.of(change.metric(), change.now())),
                MetricFormat.relativeChange(change.before(), change.now()),
                LocalizedMessage.of(
                        "run.tile.range",
                        MetricFormat.difference(change.metric(), change.low()),
                        MetricFormat.difference(change.metric(), change.high())),
                change.isWorse() ? "poor" : "good",
                change.beganAt(),
                change.confirmedBy().toString());
    }
}
