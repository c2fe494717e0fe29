package dev.tidemark.web.dashboard;

import dev.tidemark.analysis.trend.StepQuartiles;
import dev.tidemark.analysis.trend.Trend;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.reporting.chart.Histogram;
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

/** Makes charts of a probe's metrics over a range. */
@ApplicationScoped
public class TrendView {

    /** So long a page may lag behind what its newest runs do not tell: other series, and days' summaries. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** A range moves on by then, and a late result that is not among the newest runs is seen. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST_KEPT = 100;

    private static final List<Metric> SMALL =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB);

    private final Trends trends;
    private final ProbeTimeline chronicle;
    private final Clock clock;
    private final TtlCache<ChartKey, Shown> shown;

    @Inject
    public TrendView(Trends trends, ProbeTimeline chronicle, Clock clock) {
        this.trends = trends;
        this.chronicle = chronicle;
        this.clock = clock;
        this.shown = new TtlCache<>(KEPT, MOST_KEPT, clock);
    }

    /** What the picture depends on. @param moment 0 where the newest runs tell all */
    private record ChartKey(ChartRequest wanted, ChartCacheKey lately, long moment) {}

    /** A lower chart of another metric on the same time axis. */
    public record Small(String code, LocalizedMessage title, String latest, String svg) {}

    /**
     * Ready to be written.
     *
     * @param summary the range in one sentence; nothing without runs
     * @param bins the distribution as rows of a table, in HTML
     * @param rows the chart as rows of a table, in HTML
     */
    public record Shown(
            LocalizedMessage title,
            String unit,
            boolean blank,
            LocalizedMessage summary,
            String large,
            String histogram,
            String bins,
            List<Small> others,
            String rows) {}

    /** The pictures of a page; drawn anew when one of them would be another. */
    Shown show(ChartRequest wanted, ChartCacheKey lately) {
        TimeRange range = wanted.range();
        boolean told = wanted.with().isEmpty() && !Trends.isOfDays(range.interval(), range.step());
        long moment = told ? 0 : clock.instant().getEpochSecond() / FRESH.toSeconds();
        return shown.get(new ChartKey(wanted, lately.toTheMinute(), moment), () -> draw(wanted, lately));
    }

    private Shown draw(ChartRequest wanted, ChartCacheKey lately) {
        Probe probe = wanted.probe();
        Metric metric = wanted.metric();
        TimeRange range = wanted.range();
        ZoneId zone = wanted.zone();
        List<Metric> metrics =
                Stream.concat(Stream.of(metric), SMALL.stream()).distinct().toList();
        Map<Metric, Trend> all = trends.at(probe.id(), wanted.location(), metrics, range.interval(), range.step());
        Trend main = all.get(metric);
        List<TrendChart.ChartAnnotation> markers =
                lately.happened().stream().map(TimelineEvent::drawn).toList();
        TrendChart chart =
                chart(probe, metric, range, zone, main, markers).beside(series(wanted.with(), metric, range));
        Histogram histogram = histogram(probe, metric, main);
        return new Shown(
                metric.label(),
                metric.unit().symbol(),
                chart.isEmpty(),
                summary(metric, main),
                chart.large(wanted.phrases()),
                histogram.draw(wanted.phrases()),
                histogram.bins().stream().map(one -> bin(metric, one)).collect(Collectors.joining()),
                metrics.stream()
                        .skip(1)
                        .map(other -> small(
                                other, chart(probe, other, range, zone, all.get(other), markers), wanted.phrases()))
                        .toList(),
                chart.line().stream().map(one -> row(metric, one, zone)).collect(Collectors.joining()));
    }

    private List<TrendChart.ChartAnnotation> markers(Probe probe, LocationName location, TimeRange range) {
        return chronicle.of(probe, location, range.interval()).stream()
                .map(TimelineEvent::drawn)
                .toList();
    }

    private List<TrendChart.Series> series(List<ComparisonSeries> with, Metric metric, TimeRange range) {
        return with.stream().map(one -> series(one, metric, range)).toList();
    }

    private TrendChart.Series series(ComparisonSeries one, Metric metric, TimeRange range) {
        Map<Metric, Trend> found =
                trends.at(one.probe().id(), one.location(), List.of(metric), range.interval(), range.step());
        return new TrendChart.Series(
                one.name(),
                one.tone(),
                found.get(metric).steps().stream().map(TrendView::middle).toList());
    }

    /** One chart alone, for a file. */
    TrendChart chart(
            Probe probe,
            LocationName location,
            Metric metric,
            List<ComparisonSeries> with,
            TimeRange range,
            ZoneId zone) {
        Map<Metric, Trend> one = trends.at(probe.id(), location, List.of(metric), range.interval(), range.step());
        return chart(probe, metric, range, zone, one.get(metric), markers(probe, location, range))
                .beside(series(with, metric, range));
    }

    /** The distribution alone, for a file. */
    Histogram histogram(Probe probe, LocationName location, Metric metric, TimeRange range) {
        Map<Metric, Trend> one = trends.at(probe.id(), location, List.of(metric), range.interval(), range.step());
        return histogram(probe, metric, one.get(metric));
    }

    private static Histogram histogram(Probe probe, Metric metric, Trend trend) {
        FormFactor form = probe.profile().formFactor();
        return new Histogram(
                metric,
                trend.distribution(),
                trend.runs(),
                value -> Thresholds.rate(new Measurement(metric, value), form));
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
                        .map(one -> TrendChart.Dot.of(metric, one, form))
                        .toList(),
                trend.steps().stream().map(TrendView::middle).toList(),
                probe.ceiling(metric),
                markers);
    }

    private static Small small(Metric metric, TrendChart chart, Messages phrases) {
        return new Small(
                metric.code(),
                metric.label(),
                chart.latest().isEmpty()
                        ? "–"
                        : MetricFormat.of(metric, chart.latest().getAsDouble()),
                chart.small(phrases));
    }

    private static TrendChart.Middle middle(StepQuartiles spread) {
        return new TrendChart.Middle(spread.at(), spread.p25(), spread.median(), spread.p75());
    }

    private static String bin(Metric metric, Histogram.Bin one) {
        return new TableCells()
                .numbers(
                        MetricFormat.exact(metric, one.low()),
                        MetricFormat.exact(metric, one.high()),
                        String.valueOf(one.runs()))
                .row();
    }

    private static String row(Metric metric, TrendChart.Middle one, ZoneId zone) {
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
            return LocalizedMessage.NOTHING;
        }
        LocalizedMessage middle = LocalizedMessage.of(
                "probe.trend.medianAndP75",
                MetricFormat.of(metric, Quantile.of(trend.distribution(), 0.5)),
                MetricFormat.of(metric, Quantile.of(trend.distribution(), 0.75)),
                trend.runs());
        return trend.isThinned()
                ? LocalizedMessage.together(middle, LocalizedMessage.of("probe.trend.downsampled"))
                : middle;
    }
}
