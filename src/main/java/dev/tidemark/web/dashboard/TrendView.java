package dev.tidemark.web.dashboard;

import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.trend.StepQuartiles;
import dev.tidemark.analysis.trend.Trend;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.ValueStatus;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.reporting.chart.FailedRuns;
import dev.tidemark.reporting.chart.Histogram;
import dev.tidemark.reporting.chart.LimitLine;
import dev.tidemark.reporting.chart.TrendChart;
import dev.tidemark.reporting.timeline.ProbeTimeline;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.web.run.TableCells;
import dev.tidemark.web.support.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the charts of a probe's page, and single charts as files. */
@ApplicationScoped
public class TrendView {

    /**
     * The age up to which cached charts are used where the newest runs do not reveal changes: other series, and daily
     * summaries.
     */
    private static final Duration MAX_STALENESS = Duration.ofSeconds(2);

    /** After this time the range has moved, and late results that are not among the newest runs appear. */
    private static final Duration CACHE_TTL = Duration.ofMinutes(1);

    private static final int MAX_CACHED = 100;

    private static final List<Metric> SMALL_CHARTS =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB);

    private final Trends trends;
    private final ProbeTimeline timeline;
    private final BudgetEvaluator budgets;
    private final Clock clock;
    private final TtlCache<ChartKey, TrendCharts> cache;

    @Inject
    public TrendView(Trends trends, ProbeTimeline timeline, BudgetEvaluator budgets, Clock clock) {
        this.trends = trends;
        this.timeline = timeline;
        this.budgets = budgets;
        this.clock = clock;
        this.cache = new TtlCache<>(CACHE_TTL, MAX_CACHED, clock);
    }

    /**
     * What cached charts depend on.
     *
     * @param refresh 0 if the newest runs reveal all changes, otherwise a counter that forces a refresh
     */
    private record ChartKey(ChartRequest request, ChartCacheKey data, long refresh) {}

    /** A small chart of another metric with the same time range. */
    public record SmallChart(String code, LocalizedMessage title, String latest, String svg) {}

    /**
     * The charts as SVG and HTML.
     *
     * @param summary the range in one sentence; blank without runs
     * @param legend what the shapes of dots and marks mean
     * @param bins the distribution as table rows in HTML
     * @param rows the chart as table rows in HTML
     */
    public record TrendCharts(
            LocalizedMessage title,
            String unit,
            boolean blank,
            LocalizedMessage summary,
            List<LegendItem> legend,
            String large,
            String histogram,
            String bins,
            List<SmallChart> others,
            String rows) {}

    /** The charts of a page; cached until the data or the request changes. */
    TrendCharts charts(ChartRequest requested, ChartCacheKey data) {
        ChartRequest request = requested.of(limited(requested.probe()));
        TimeRange range = request.range();
        boolean isComplete = request.comparisons().isEmpty() && !Trends.isOfDays(range.interval(), range.step());
        long refresh = isComplete ? 0 : clock.instant().getEpochSecond() / MAX_STALENESS.toSeconds();
        return cache.get(new ChartKey(request, data.truncatedToMinutes(), refresh), () -> draw(request, data));
    }

    private TrendCharts draw(ChartRequest request, ChartCacheKey data) {
        Probe probe = request.probe();
        Metric metric = request.metric();
        TimeRange range = request.range();
        ZoneId zone = request.zone();
        List<Metric> metrics = Stream.concat(Stream.of(metric), SMALL_CHARTS.stream())
                .distinct()
                .toList();
        Map<Metric, Trend> all = trends.at(probe.id(), request.location(), metrics, range.interval(), range.step());
        Trend main = all.get(metric);
        List<TrendChart.ChartAnnotation> markers =
                data.events().stream().map(TimelineEvent::chartAnnotation).toList();
        List<FailedRuns> failures = timeline.failures(probe, request.location(), range.interval());
        TrendChart chart = chart(probe, metric, range, zone, main, markers)
                .withFailures(failures)
                .withSeries(series(request.comparisons(), metric, range));
        Histogram histogram = histogram(probe, metric, main);
        return new TrendCharts(
                metric.label(),
                metric.unit().symbol(),
                chart.isEmpty(),
                summary(metric, main),
                LegendItem.of(metric, probe, failures),
                chart.large(request.messages()),
                histogram.draw(request.messages()),
                histogram.bins().stream().map(one -> bin(metric, one)).collect(Collectors.joining()),
                metrics.stream()
                        .skip(1)
                        .map(other -> small(
                                other,
                                chart(probe, other, range, zone, all.get(other), markers)
                                        .withFailures(failures),
                                request.messages()))
                        .toList(),
                chart.line().stream().map(one -> row(metric, one, zone)).collect(Collectors.joining()));
    }

    private List<TrendChart.ChartAnnotation> markers(Probe probe, LocationName location, TimeRange range) {
        return timeline.of(probe, location, range.interval()).stream()
                .map(TimelineEvent::chartAnnotation)
                .toList();
    }

    private List<TrendChart.Series> series(List<ComparisonSeries> comparisons, Metric metric, TimeRange range) {
        return comparisons.stream().map(one -> series(one, metric, range)).toList();
    }

    private TrendChart.Series series(ComparisonSeries one, Metric metric, TimeRange range) {
        Map<Metric, Trend> found =
                trends.at(one.probe().id(), one.location(), List.of(metric), range.interval(), range.step());
        return new TrendChart.Series(
                one.name(),
                one.color(),
                found.get(metric).steps().stream().map(TrendView::middle).toList());
    }

    /** The probe with all limits that apply to it, including those of its tags. */
    private Probe limited(Probe probe) {
        return probe.withLimits(budgets.limits(probe));
    }

    /** A single chart. */
    public TrendChart chart(
            Probe probe,
            LocationName location,
            Metric metric,
            List<ComparisonSeries> comparisons,
            TimeRange range,
            ZoneId zone) {
        Map<Metric, Trend> one = trends.at(probe.id(), location, List.of(metric), range.interval(), range.step());
        return chart(limited(probe), metric, range, zone, one.get(metric), markers(probe, location, range))
                .withFailures(timeline.failures(probe, location, range.interval()))
                .withSeries(series(comparisons, metric, range));
    }

    /** The distribution, for a file. */
    Histogram histogram(Probe probe, LocationName location, Metric metric, TimeRange range) {
        Map<Metric, Trend> one = trends.at(probe.id(), location, List.of(metric), range.interval(), range.step());
        return histogram(limited(probe), metric, one.get(metric));
    }

    private static Histogram histogram(Probe probe, Metric metric, Trend trend) {
        FormFactor form = probe.profile().formFactor();
        return new Histogram(metric, trend.distribution(), trend.runs(), value -> ValueStatus.of(
                        new Measurement(metric, value), probe.budgets(), form)
                .shade());
    }

    private static TrendChart chart(
            Probe probe,
            Metric metric,
            TimeRange range,
            ZoneId zone,
            Trend trend,
            List<TrendChart.ChartAnnotation> markers) {
        FormFactor form = probe.profile().formFactor();
        return new TrendChart(
                metric,
                range.from(),
                range.to(),
                zone,
                range.step(),
                trend.dots().stream()
                        .map(one -> TrendChart.Dot.of(metric, one, probe.budgets(), form))
                        .toList(),
                trend.steps().stream().map(TrendView::middle).toList(),
                LimitLine.of(metric, probe.budgets()),
                markers);
    }

    private static SmallChart small(Metric metric, TrendChart chart, Messages messages) {
        return new SmallChart(
                metric.code(),
                metric.label(),
                chart.latest().isEmpty()
                        ? "–"
                        : MetricFormat.of(metric, chart.latest().getAsDouble()),
                chart.small(messages));
    }

    private static TrendChart.QuartilePoint middle(StepQuartiles quartiles) {
        return new TrendChart.QuartilePoint(quartiles.at(), quartiles.p25(), quartiles.median(), quartiles.p75());
    }

    private static String bin(Metric metric, Histogram.Bin one) {
        return new TableCells()
                .numbers(
                        MetricFormat.exact(metric, one.low()),
                        MetricFormat.exact(metric, one.high()),
                        String.valueOf(one.runs()))
                .row();
    }

    private static String row(Metric metric, TrendChart.QuartilePoint one, ZoneId zone) {
        return new TableCells()
                .text(one.at().atZone(zone).toLocalDateTime().toString().replace('T', ' '))
                .numbers(
                        MetricFormat.exact(metric, one.low()),
                        MetricFormat.exact(metric, one.median()),
                        MetricFormat.exact(metric, one.high()))
                .row();
    }

    private static LocalizedMessage summary(Metric metric, Trend trend) {
        if (trend.runs() == 0) {
            return LocalizedMessage.EMPTY;
        }
        if (metric.isShareOfRuns()) {
            double share = trend.steps().stream()
                            .mapToDouble(step -> step.median() * step.runs())
                            .sum()
                    / trend.runs();
            return LocalizedMessage.of("probe.trend.share", MetricFormat.of(metric, share), trend.runs());
        }
        LocalizedMessage middle = LocalizedMessage.of(
                "probe.trend.medianAndP75",
                MetricFormat.of(metric, Quantile.of(trend.distribution(), 0.5)),
                MetricFormat.of(metric, Quantile.of(trend.distribution(), 0.75)),
                trend.runs());
        return trend.isDownsampled()
                ? LocalizedMessage.sentences(middle, LocalizedMessage.of("probe.trend.downsampled"))
                : middle;
    }
}
