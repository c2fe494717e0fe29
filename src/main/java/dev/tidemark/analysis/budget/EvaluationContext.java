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

    private static final int MOST_POINTS = 50_000;
    /** A location whose newest run is older than this many intervals of the schedule counts as stale. */
    private static final int STALE_SPANS = 3;

    private static final Duration STALE = Duration.ofDays(2);

    private final EvaluationSources sources;
    private final RunHistory history;
    private final RunSeries runSeries;
    private final Probe probe;
    private final LocationName location;
    private final Instant before;
    private final Instant now;
    private final int most;
    private final Optional<Instant> watchedSince;
    private List<Run> runs;

    /**
     * @param most the largest number of runs that any limit evaluates
     * @param before runs scheduled at or after this instant are ignored
     * @param now the time of the evaluation
     */
    EvaluationContext(
            EvaluationSources sources,
            Probe probe,
            LocationName location,
            int most,
            Instant before,
            Instant now,
            Optional<Instant> watchedSince) {
        this.sources = sources;
        this.history = sources.history();
        this.runSeries = sources.runSeries();
        this.most = most;
        this.watchedSince = watchedSince;
        this.probe = probe;
        this.location = location;
        this.before = before;
        this.now = now;
    }

    EvaluationContext at(LocationName other) {
        return other.equals(location)
                ? this
                : new EvaluationContext(sources, probe, other, most, before, now, watchedSince);
    }

    Verdict judge(Limit limit) {
        if (limit.metric().equals(Metric.SILENCE)) {
            return SilenceRule.judge(
                    limit, runSeries.lastResult(probe.id(), location, before).or(() -> watchedSince), now);
        }
        if (limit.metric().isOutcomeBased()) {
            Interval window = Interval.before(before, limit.window().orElseThrow());
            return OutcomeRule.judge(limit, runSeries.tally(probe.id(), location, window), before);
        }
        if (limit.scope().locations().isPresent() && isStale()) {
            return Verdict.unknown(limit, LocalizedMessage.of("budget.calculation.stale"));
        }
        return limit.window().isPresent() ? overWindow(limit) : overRuns(limit);
    }

    private Verdict overRuns(Limit limit) {
        if (limit.threshold() instanceof Bound.Relative relative) {
            Slot slot = new Slot(probe.id(), location, now);
            BaselineReader formerly =
                    new BaselineReader(runSeries, slot, limit.metric(), relative.baseline(), deploy(relative));
            return LimitRule.judge(limit, runs(), run -> LimitValue.median(run, limit.metric())
                    .against(formerly.at(run.slot().plannedAt())));
        }
        return limit.statistic() == Statistic.MEDIAN
                ? LimitRule.judge(limit, runs())
                : LimitRule.judge(limit, runs(), run -> overSamples(limit, run));
    }

    private Optional<Instant> deploy(Bound.Relative bound) {
        return bound.baseline().kind() == BaselineWindow.BaselineUnit.DEPLOY
                ? sources.markers().lastDeploy(probe.id(), probe.tags(), before).map(Marker::at)
                : Optional.empty();
    }

    private Verdict overWindow(Limit limit) {
        List<Instant> ends = runs().stream()
                .limit(limit.of())
                .map(run -> run.slot().plannedAt())
                .toList();
        if (ends.isEmpty()) {
            return LimitRule.judgeReadings(limit, List.of());
        }
        Instant from = ends.get(ends.size() - 1).minus(limit.window().orElseThrow());
        SeriesKey key = new SeriesKey(probe.id(), location, limit.metric());
        var points = runSeries.points(key, new Interval(from, before), MOST_POINTS);
        return WindowRule.judge(limit, ends, points);
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
        Duration patience =
                probe.cadence() instanceof Cadence.Every every ? every.span().multipliedBy(STALE_SPANS) : STALE;
        return runs().isEmpty()
                || runs().get(0).slot().plannedAt().plus(patience).isBefore(now);
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
                                    most,
                                    Optional.empty())
                            .counted())
                    .items();
        }
        return runs;
    }
}
