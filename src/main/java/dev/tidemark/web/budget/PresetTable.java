package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.analysis.trend.StatisticSeries;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.SparklineChart;
import dev.tidemark.storage.timeseries.SeriesKey;
import dev.tidemark.web.support.TimeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Evaluates the limits of a preset for a probe, whether or not the probe uses them. */
@ApplicationScoped
public class PresetTable {

    private static final Duration STEP = Duration.ofHours(12);
    private static final int STEPS = 28;

    private final BudgetEvaluator evaluator;
    private final Trends trends;
    private final Clock clock;

    @Inject
    public PresetTable(BudgetEvaluator evaluator, Trends trends, Clock clock) {
        this.evaluator = evaluator;
        this.trends = trends;
        this.clock = clock;
    }

    /** @param times in the zone and language of the viewer */
    public List<PresetRow> rows(BudgetPreset preset, Probe probe, LocationName location, TimeText times) {
        Instant now = clock.instant();
        List<Limit> applied = preset.limits(probe.target());
        List<Verdict> verdicts = evaluator.evaluate(probe.withLimits(applied), location, now);
        Map<String, List<Limit>> groups = new LinkedHashMap<>();
        preset.limits().forEach(limit -> groups.computeIfAbsent(group(limit), key -> new ArrayList<>())
                .add(limit));
        Stream<PresetRow> limited =
                groups.values().stream().map(limits -> row(limits, verdicts, probe, location, times, now));
        return limited.toList();
    }

    private PresetRow row(
            List<Limit> limits,
            List<Verdict> verdicts,
            Probe probe,
            LocationName location,
            TimeText times,
            Instant now) {
        List<Verdict> ownVerdicts =
                verdicts.stream().filter(one -> limits.contains(one.limit())).toList();
        OptionalDouble target = limits.stream()
                .flatMapToDouble(limit -> limit.scope().target().stream())
                .findFirst();
        Limit last = limits.get(limits.size() - 1);
        boolean hasTrend = !ownVerdicts.isEmpty() && !last.metric().isOutcomeBased();
        List<StatisticSeries.SeriesPoint> points = hasTrend ? points(last, probe, location, now) : List.of();
        String trend = points.isEmpty() ? "" : draw(last, points, now, times.messages());
        LocalizedMessage since = last.fixedThreshold()
                .flatMap(bound -> since(points, bound, times))
                .orElse(LocalizedMessage.EMPTY);
        return new PresetRow(limits, target, ownVerdicts, trend, since);
    }

    private List<StatisticSeries.SeriesPoint> points(Limit limit, Probe probe, LocationName location, Instant now) {
        Statistic statistic = limit.statistic();
        return trends.series(
                        new SeriesKey(probe.id(), location, limit.metric()),
                        statistic,
                        Interval.before(now, STEP.multipliedBy(STEPS)),
                        STEP)
                .points();
    }

    private static String draw(Limit limit, List<StatisticSeries.SeriesPoint> points, Instant now, Messages messages) {
        List<OptionalDouble> values = new ArrayList<>();
        long step = STEP.toSeconds();
        long last = Math.floorDiv(now.getEpochSecond(), step);
        for (long i = last - STEPS + 1; i <= last; i++) {
            Instant at = Instant.ofEpochSecond(i * step);
            values.add(points.stream()
                    .filter(point -> point.at().equals(at))
                    .mapToDouble(StatisticSeries.SeriesPoint::value)
                    .findFirst());
        }
        return new SparklineChart(
                        LocalizedMessage.of(
                                "presets.table.trendOf", limit.metric().shortName()),
                        values)
                .draw(messages);
    }

    /** The oldest half day since which all values have been on the same side of the threshold as the newest. */
    private static Optional<LocalizedMessage> since(
            List<StatisticSeries.SeriesPoint> points, Bound.Fixed bound, TimeText times) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        int first = points.size() - 1;
        boolean allowed = bound.allows(points.get(first).value());
        while (first > 0 && bound.allows(points.get(first - 1).value()) == allowed) {
            first--;
        }
        String at = times.brief(points.get(first).at());
        return Optional.of(
                first == 0 ? LocalizedMessage.of("presets.table.sinceBefore", at) : LocalizedMessage.verbatim(at));
    }

    private static String group(Limit limit) {
        return limit.metric() + " " + limit.statistic() + " " + limit.window();
    }
}
