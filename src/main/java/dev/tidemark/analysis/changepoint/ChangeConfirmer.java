package dev.tidemark.analysis.changepoint;

import dev.tidemark.alerting.incident.RegressionNotifier;
import dev.tidemark.alerting.incident.RegressionText;
import dev.tidemark.analysis.trend.PeriodComparison;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Closes the cases that are decided: what is sure is told once, with all that moved at the same time. */
final class ChangeConfirmer {
    /** Changes that begin within this time of each other are taken for one. */
    private static final Duration TOGETHER = Duration.ofHours(1);

    private static final Duration FURTHEST = Duration.ofDays(90);

    private final RunHistory history;
    private final SeriesBaselines baselines;
    private final ChangePointStore store;
    private final RegressionNotifier teller;
    private final Probe probe;
    private final Run run;
    private final Slot slot;
    private final Instant now;

    ChangeConfirmer(RunHistory history, SeriesBaselines baselines, ChangePointStore store, RegressionNotifier teller, Probe probe, Run run) {
        this.history = history;
        this.baselines = baselines;
        this.store = store;
        this.teller = teller;
        this.probe = probe;
        this.run = run;
        this.slot = run.slot();
        this.now = teller.now();
    }

    void decide(List<ChangePointEntity> cases) {
        List<ChangePointEntity> sure = new ArrayList<>();
        for (ChangePointEntity one : cases) {
            switch (one.trial().state(baselines.watched())) {
                case OPEN -> {}
                case REFUTED -> one.refute(run, now);
                case CONFIRMED -> sure.add(one);
            }
        }
        if (!sure.isEmpty()) {
            confirm(sure, cases);
        }
    }

    private void confirm(List<ChangePointEntity> sure, List<ChangePointEntity> cases) {
        ChangeDirection direction = sure.get(0).direction();
        List<ChangePointEntity> moved = new ArrayList<>(sure);
        cases.stream()
                .filter(one -> one.isOpen()
                        && !sure.contains(one)
                        && one.direction() == direction
                        && one.trial().support() > 0)
                .forEach(moved::add);
        List<ChangePoint> changes = new ArrayList<>();
        UUID with = told(direction, moved.get(0).beganAt());
        for (ChangePointEntity one : moved) {
            Optional<PeriodComparison> found = compare(one);
            if (found.filter(PeriodComparison::isBeyondNoise).isPresent()) {
                one.confirm(found.get(), run, now, with);
                with = with == null ? one.id() : with;
                changes.add(one.toRecord());
            } else if (sure.contains(one)) {
                one.refute(run, now);
            }
        }
        if (!changes.isEmpty() && changes.get(0).toldWith().isEmpty()) {
            teller.tell(probe, RegressionText.notice(probe, run, changes));
        }
    }

    /** The change of the same direction that was told already; null for none. */
    private UUID told(ChangeDirection direction, Instant began) {
        return store.toldSince(slot, began.minus(TOGETHER)).stream()
                .filter(one -> one.direction() == direction)
                .findFirst()
                .map(ChangePointEntity::id)
                .orElse(null);
    }

    /** What was usual against the runs that were heard, none of which raised the suspicion; as at this time of the day. */
    private Optional<PeriodComparison> compare(ChangePointEntity one) {
        return PeriodComparison.of(
                values(one, one.beganAt().minus(FURTHEST), one.beganAt(), SeriesBaseline.LATEST),
                values(one, one.detectedAt().plusMillis(1), slot.plannedAt().plusMillis(1), SeriesBaseline.LATEST));
    }

    private double[] values(ChangePointEntity one, Instant from, Instant to, int limit) {
        Seasonality season = baselines.season(slot, one.metric());
        double here = season.at(slot.plannedAt());
        return history.points(slot.probe(), Optional.of(slot.location()), one.metric(), from, to, limit).stream()
                .mapToDouble(point -> point.value() * here / season.at(point.at()))
                .toArray();
    }
}
