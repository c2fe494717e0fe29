package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.BaselineWindow;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunQuery;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evaluates single limits of a probe at one location, based on the runs before an instant. */
final class EvaluationContext {

    private static final int MAX_POINTS = 50_000;
    /** A location whose newest run is older than this many intervals of the schedule counts as stale. */
    private static final int STALE_INTERVALS = 3;

    private static final Duration STALE_AFTER = Duration.ofDays(2);

    private final EvaluationSources sources;
    private final RunHistory history;
    private final RunSeries runSeries;
    private final Probe probe;
    private final LocationName location;
    private final Instant before;
    private final Instant now;
    private final int maxRuns;
    private final Optional<Instant> monitoredSince;
    private List<Run> runs;

    /**
     * @param maxRuns the largest number of runs that any limit evaluates
     * @param before runs scheduled at or after this instant are ignored
     * @param now the time of the evaluation
     */
    EvaluationContext(
            EvaluationSources sources,
            Probe probe,
            LocationName location,
            int maxRuns,
            Instant before,
            Instant now,
            Optional<Instant> monitoredSince) {
        this.sources = sources;
        this.history = sources.history();
        this.runSeries = sources.runSeries();
        this.maxRuns = maxRuns;
        this.monitoredSince = monitoredSince;
        this.probe = probe;
        this.location = location;
        this.before = before;
        this.now = now;
    }

    EvaluationContext at(LocationName other) {
        return other.equals(location)
                ? this
                : new EvaluationContext(sources, probe, other, maxRuns, before, now, monitoredSince);
    }

    Verdict evaluate(Limit limit) {
        if (limit.metric().equals(Metric.SILENCE)) {
            return SilenceRule.evaluate(
                    limit, runSeries.lastResult(probe.id(), location, before).or(() -> monitoredSince), now);
        }
        if (limit.metric().isOutcomeBased()) {
            Interval window = Interval.before(before, limit.window().orElseThrow());
            return OutcomeRule.evaluate(limit, runSeries.tally(probe.id(), location, window), before);
        }
        if (limit.scope().locations().isPresent() && isStale()) {
            return Verdict.unknown(limit, LocalizedMessage.of("budget.calculation.stale"));
        }
        return limit.window().isPresent() ? overWindow(limit) : overRuns(limit);
    }

    private Verdict overRuns(Limit limit) {
        if (limit.threshold() instanceof Bound.Relative relative) {
            Slot slot = new Slot(probe.id(), location, now);
            BaselineReader baselines =
                    new BaselineReader(runSeries, slot, limit.metric(), relative.baseline(), deploy(relative));
            return LimitRule.evaluate(limit, runs(), run -> LimitValue.median(run, limit.metric())
                    .against(baselines.at(run.slot().plannedAt())));
        }
        return limit.statistic() == Statistic.MEDIAN
                ? LimitRule.evaluate(limit, runs())
                : LimitRule.evaluate(limit, runs(), run -> overSamples(limit, run));
    }

    private Optional<Instant> deploy(Bound.Relative threshold) {
        return threshold.baseline().kind() == BaselineWindow.BaselineUnit.DEPLOY
                ? sources.markers().lastDeploy(probe.id(), probe.tags(), before).map(Marker::at)
                : Optional.empty();
    }

    private Verdict overWindow(Limit limit) {
        List<Instant> ends = runs().stream()
                .limit(limit.of())
                .map(run -> run.slot().plannedAt())
                .toList();
        if (ends.isEmpty()) {
            return LimitRule.evaluateValues(limit, List.of());
        }
        Instant from = ends.get(ends.size() - 1).minus(limit.window().orElseThrow());
        SeriesKey key = new SeriesKey(probe.id(), location, limit.metric());
        var points = runSeries.points(key, new Interval(from, before), MAX_POINTS);
        return WindowRule.evaluate(limit, ends, points);
    }

    private LimitValue overSamples(Limit limit, Run run) {
        double[] values = history.samples(run.id()).stream()
                .filter(SampleResult::isGood)
                .flatMap(sample -> sample.measurements().find(limit.metric()).stream())
                .mapToDouble(one -> one.value())
                .toArray();
        return values.length == 0
                ? LimitValue.median(run, limit.metric())
                : LimitValue.of(limit.statistic().of(values));
    }

    private boolean isStale() {
        Duration maxAge = probe.cadence() instanceof Cadence.Every every
                ? every.span().multipliedBy(STALE_INTERVALS)
                : STALE_AFTER;
        return runs().isEmpty() || runs().get(0).slot().plannedAt().plus(maxAge).isBefore(now);
    }

    /** The newest successful runs, newest first. */
    private List<Run> runs() {
        if (runs == null) {
            runs = history.list(new RunQuery(
                                    probe.id(),
                                    Optional.empty(),
                                    Optional.of(before),
                                    Optional.of(OutcomeType.OK),
                                    Optional.of(location),
                                    maxRuns,
                                    Optional.empty())
                            .counted())
                    .items();
        }
        return runs;
    }
}
