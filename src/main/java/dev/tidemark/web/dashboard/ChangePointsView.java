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

/** Detected regressions and improvements of a probe, as its page lists them. */
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
     * A change, ready to be shown.
     *
     * @param rating good or poor, as shapes are called
     */
    public record Line(
            String metric,
            LocalizedMessage title,
            LocalizedMessage values,
            String size,
            LocalizedMessage between,
            String rating,
            Instant since,
            String run) {}

    public List<Line> of(String probe) {
        Instant now = clock.instant();
        return changes.of(new ProbeId(probe), Interval.before(now, SHOWN), MOST_SHOWN).stream()
                .map(ChangePointsView::line)
                .toList();
    }

    private static Line line(ChangePoint change) {
        return new Line(
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
