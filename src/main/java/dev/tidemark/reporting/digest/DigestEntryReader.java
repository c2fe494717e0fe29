package dev.tidemark.reporting.digest;

import dev.tidemark.analysis.trend.StepQuartiles;
import dev.tidemark.analysis.trend.Trend;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.LimitLine;
import dev.tidemark.reporting.chart.PngImage;
import dev.tidemark.reporting.chart.TrendChart;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.timeline.ProbeTimeline;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.ValueSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads the part of a digest about one page: metrics from daily summaries, the chart from the trend. */
@ApplicationScoped
public class DigestEntryReader {

    /** The fallback for checks without Web Vitals, such as HTTP checks. */
    private static final Metric DURATION = Metric.of("DURATION");

    private static final List<Metric> READ = List.of(Metric.LCP, Metric.CLS, Metric.INP, Metric.TBT, DURATION);

    /** With more runs the small chart shows only the median and the interquartile range; outliers would flatten them. */
    private static final int MAX_DOTS = 50;

    private final RunSeries runSeries;
    private final Trends trends;
    private final ProbeTimeline timeline;

    @Inject
    public DigestEntryReader(RunSeries runSeries, Trends trends, ProbeTimeline timeline) {
        this.runSeries = runSeries;
        this.trends = trends;
        this.timeline = timeline;
    }

    DigestEntry read(ProbeStatus status, DigestPeriod period) {
        Probe probe = status.probe().withLimits(status.limits());
        LocationName location = status.location();
        Map<Metric, List<ValueSummary>> days = days(probe, location, period);
        DigestPeriod earlier = period.before();
        Map<Metric, List<ValueSummary>> before = days(probe, location, earlier);
        List<DigestMetric> figures = shown(days).stream()
                .map(metric -> metric(metric, days, before, probe.profile().formFactor()))
                .toList();
        return new DigestEntry(
                probe.id(),
                title(status),
                status.state(),
                status.reason().toString(),
                figures,
                runSeries.tally(probe.id(), location, period.interval()),
                runSeries.tally(probe.id(), location, earlier.interval()),
                figures.stream().findFirst().flatMap(first -> chart(probe, location, first.metric(), period)));
    }

    static String title(ProbeStatus status) {
        String name = status.probe().name();
        return status.probe().locations().size() == 1 ? name : name + " @ " + status.location();
    }

    private Map<Metric, List<ValueSummary>> days(Probe probe, LocationName location, DigestPeriod period) {
        return runSeries.days(probe.id(), location, READ, period.interval());
    }

    /** INP if most runs interact, else TBT, its proxy in lab measurements. */
    private static List<Metric> shown(Map<Metric, List<ValueSummary>> days) {
        boolean interacts = 2 * runs(days.get(Metric.INP)) >= runs(days.get(Metric.TBT));
        Metric responsiveness = interacts && !days.get(Metric.INP).isEmpty() ? Metric.INP : Metric.TBT;
        List<Metric> metrics = Stream.of(Metric.LCP, Metric.CLS, responsiveness)
                .filter(metric -> !days.get(metric).isEmpty())
                .toList();
        return metrics.isEmpty() && !days.get(DURATION).isEmpty() ? List.of(DURATION) : metrics;
    }

    private static int runs(List<ValueSummary> days) {
        return days.stream().mapToInt(ValueSummary::runs).sum();
    }

    private static DigestMetric metric(
            Metric metric,
            Map<Metric, List<ValueSummary>> days,
            Map<Metric, List<ValueSummary>> before,
            FormFactor form) {
        return new DigestMetric(metric, p75(days.get(metric)).orElseThrow(), p75(before.get(metric)), form);
    }

    private static OptionalDouble p75(List<ValueSummary> days) {
        return days.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ValueSummary.merge(days.get(0).at(), days).value(Statistic.P75));
    }

    private Optional<DigestEntry.Chart> chart(Probe probe, LocationName location, Metric metric, DigestPeriod period) {
        Trend trend = trends.at(probe.id(), location, List.of(metric), period.interval(), period.step())
                .get(metric);
        TrendChart chart = new TrendChart(
                        metric,
                        period.from(),
                        period.to(),
                        period.zone(),
                        period.step(),
                        trend.runs() > MAX_DOTS ? List.of() : dots(probe, metric, trend),
                        trend.steps().stream()
                                .map(one -> new TrendChart.QuartilePoint(one.at(), one.p25(), one.median(), one.p75()))
                                .toList(),
                        LimitLine.of(metric, probe.budgets()),
                        timeline.of(probe, location, period.interval()).stream()
                                .map(TimelineEvent::chartAnnotation)
                                .toList())
                .withFailures(timeline.failures(probe, location, period.interval()));
        return chart.isEmpty()
                ? Optional.empty()
                : Optional.of(new DigestEntry.Chart(
                        new PngImage(chart.card()).png(), alternativeText(metric, trend, period)));
    }

    private static List<TrendChart.Dot> dots(Probe probe, Metric metric, Trend trend) {
        return trend.dots().stream()
                .map(dot -> TrendChart.Dot.of(
                        metric, dot, probe.budgets(), probe.profile().formFactor()))
                .toList();
    }

    private static String alternativeText(Metric metric, Trend trend, DigestPeriod period) {
        DoubleSummaryStatistics medians =
                trend.steps().stream().mapToDouble(StepQuartiles::median).summaryStatistics();
        return LocalizedMessage.of(
                        "digest.chart.alternative." + period.unit(),
                        metric.title(),
                        MetricFormat.count(trend.runs()),
                        MetricFormat.of(metric, medians.getMin()),
                        MetricFormat.of(metric, medians.getMax()))
                .toString();
    }
}
