package dev.tidemark.analysis.changepoint;

import dev.tidemark.analysis.trend.PeriodComparison;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides candidates; a confirmed change is reported once, together with others of the same time. */
final class ChangeConfirmer {
    /** Changes that begin within this time of each other share a notification. */
    private static final Duration TOGETHER = Duration.ofHours(1);

    private static final Duration MAX_SPAN = Duration.ofDays(90);

    private final RunSeries runSeries;
    private final SeriesBaselines baselines;
    private final ChangePointStore store;
    private final ChangePointListener listener;
    private final Probe probe;
    private final Run run;
    private final Slot slot;
    private final Instant now;

    ChangeConfirmer(
            RunSeries runSeries,
            SeriesBaselines baselines,
            ChangePointStore store,
            ChangePointListener listener,
            Probe probe,
            Run run,
            Instant now) {
        this.runSeries = runSeries;
        this.baselines = baselines;
        this.store = store;
        this.listener = listener;
        this.probe = probe;
        this.run = run;
        this.slot = run.slot();
        this.now = now;
    }

    void decide(List<ChangePointEntity> candidates) {
        List<ChangePointEntity> confirmed = new ArrayList<>();
        for (ChangePointEntity one : candidates) {
            switch (one.test().state(baselines.testedSeries())) {
                case OPEN -> {}
                case REFUTED -> one.refute(run, now);
                case CONFIRMED -> confirmed.add(one);
            }
        }
        if (!confirmed.isEmpty()) {
            confirm(confirmed, candidates);
        }
    }

    private void confirm(List<ChangePointEntity> confirmed, List<ChangePointEntity> candidates) {
        ChangeDirection direction = confirmed.get(0).direction();
        List<ChangePointEntity> changed = new ArrayList<>(confirmed);
        candidates.stream()
                .filter(one -> one.isOpen()
                        && !confirmed.contains(one)
                        && one.direction() == direction
                        && one.test().support() > 0)
                .forEach(changed::add);
        List<ChangePoint> changes = new ArrayList<>();
        UUID reportedWith = notified(direction, changed.get(0).beganAt());
        for (ChangePointEntity one : changed) {
            Optional<PeriodComparison> comparison = compare(one);
            if (comparison.filter(PeriodComparison::isBeyondNoise).isPresent()) {
                one.confirm(comparison.get(), run, now, reportedWith);
                reportedWith = reportedWith == null ? one.id() : reportedWith;
                changes.add(one.toRecord());
            } else if (confirmed.contains(one)) {
                one.refute(run, now);
            }
        }
        if (!changes.isEmpty() && changes.get(0).reportedWith().isEmpty()) {
            listener.onConfirmed(probe, run, changes);
        }
    }

    /** The id of a recent change of the same direction that was notified already; null for none. */
    private UUID notified(ChangeDirection direction, Instant beganAt) {
        return store.reportedSince(slot, beganAt.minus(TOGETHER)).stream()
                .filter(one -> one.direction() == direction)
                .findFirst()
                .map(ChangePointEntity::id)
                .orElse(null);
    }

    /** Compares the baseline with the runs after the candidate was opened, adjusted to this time of the day. */
    private Optional<PeriodComparison> compare(ChangePointEntity one) {
        return PeriodComparison.of(
                values(one, Interval.before(one.beganAt(), MAX_SPAN)),
                values(
                        one,
                        new Interval(
                                one.detectedAt().plusMillis(1), slot.plannedAt().plusMillis(1))));
    }

    private double[] values(ChangePointEntity one, Interval interval) {
        Seasonality season = baselines.season(slot, one.metric());
        double factor = season.at(slot.plannedAt());
        return runSeries.points(new SeriesKey(slot, one.metric()), interval, SeriesBaseline.LEVEL_RUNS).stream()
                .mapToDouble(point -> point.value() * factor / season.at(point.at()))
                .toArray();
    }
}
