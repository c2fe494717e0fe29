package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds a run to the open candidates of its probe and location, and opens new candidates. */
final class CandidateUpdater {
    /** The tested metrics: lower is better for each, and none is an aggregate of others. */
    static final List<Metric> TESTED_METRICS = List.of(
            Metric.LCP,
            Metric.INP,
            Metric.CLS,
            Metric.FCP,
            Metric.TTFB,
            Metric.TBT,
            Metric.TTI,
            Metric.SI,
            Metric.BYTES,
            Metric.of("DURATION"));

    private final RunHistory history;
    private final SeriesBaselines baselines;
    private final ChangePointStore store;
    private final Run run;
    private final Slot slot;

    CandidateUpdater(RunHistory history, SeriesBaselines baselines, ChangePointStore store, Run run) {
        this.history = history;
        this.baselines = baselines;
        this.store = store;
        this.run = run;
        this.slot = run.slot();
    }

    /** All candidates that were open before, and those that this run opened. */
    List<ChangePointEntity> update() {
        List<ChangePointEntity> candidates = new ArrayList<>(store.open(slot));
        Set<Metric> updated = new HashSet<>();
        for (ChangePointEntity one : candidates) {
            updated.add(one.metric());
            point(run, one.metric()).ifPresent(point -> one.add(baselines.season(slot, one.metric()), point));
        }
        List<Run> latestRuns = latest();
        Map<Metric, Instant> decisions = store.decisions(slot);
        Map<Metric, Instant> begins = store.begins(slot);
        TESTED_METRICS.stream()
                .filter(metric ->
                        !updated.contains(metric) && point(run, metric).isPresent())
                .flatMap(metric ->
                        recent(metric, latestRuns, decisions, begins)
                                .flatMap(recent -> detect(metric, recent))
                                .stream())
                .forEach(candidates::add);
        return candidates;
    }

    private Optional<RecentRuns> recent(
            Metric metric, List<Run> latestRuns, Map<Metric, Instant> decisions, Map<Metric, Instant> begins) {
        List<Point> points =
                latestRuns.stream().flatMap(one -> point(one, metric).stream()).toList();
        Instant lastDecision = decisions.getOrDefault(metric, Instant.MIN);
        int before = (int)
                points.stream().filter(one -> !one.at().isAfter(lastDecision)).count();
        return points.isEmpty()
                ? Optional.empty()
                : baselines
                        .of(
                                slot,
                                metric,
                                begins.getOrDefault(metric, Instant.EPOCH),
                                points.get(0).at())
                        .map(baseline -> new RecentRuns(baseline, points, before));
    }

    private Optional<ChangePointEntity> detect(Metric metric, RecentRuns recent) {
        Optional<ChangePointEntity> found =
                recent.candidate().map(candidate -> new ChangePointEntity(slot, metric, candidate, recent));
        found.ifPresent(one -> store.add(one, slot));
        return found;
    }

    /** This run and successful ones before it, oldest first. */
    private List<Run> latest() {
        List<Run> runs = new ArrayList<>(history.last(slot.probe(), slot.location(), 2 * RecentRuns.MAX_RUNS).stream()
                .filter(CandidateUpdater::counts)
                .filter(one -> !one.slot().plannedAt().isAfter(slot.plannedAt()))
                .limit(RecentRuns.MAX_RUNS)
                .toList());
        Collections.reverse(runs);
        return runs;
    }

    /** Whether a run is evaluated: successful, and not during maintenance. */
    static boolean counts(Run run) {
        return run.maintenance().isEmpty()
                && run.outcome().filter(Outcome::isOk).isPresent();
    }

    private static Optional<Point> point(Run run, Metric metric) {
        return run.measurements()
                .find(metric)
                .map(Measurement::value)
                .map(value -> new Point(run.slot().plannedAt(), value, run.id()));
    }
}
