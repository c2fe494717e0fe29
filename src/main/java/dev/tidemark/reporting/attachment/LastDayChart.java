package dev.tidemark.reporting.attachment;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.analysis.trend.Trend;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.model.metric.UnknownMetricException;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.ValueStatus;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.LimitLine;
import dev.tidemark.reporting.chart.PngImage;
import dev.tidemark.reporting.chart.TrendChart;
import dev.tidemark.reporting.timeline.ProbeTimeline;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The 24 hours before a notice, as a chart and as sentences about changes. */
@ApplicationScoped
public class LastDayChart {

    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Space after the last run, so that its dot is not clipped. */
    private static final Duration MARGIN = Duration.ofMinutes(20);

    private static final int LATEST = 3;

    private final Trends trends;
    private final ProbeTimeline timeline;
    private final Markers markers;

    @Inject
    public LastDayChart(Trends trends, ProbeTimeline timeline, Markers markers) {
        this.trends = trends;
        this.timeline = timeline;
        this.markers = markers;
    }

    /** The chart as PNG, with limits and failed runs; empty without runs. */
    Optional<byte[]> image(Probe probe, Notice notice) {
        Metric metric = metric(probe, notice);
        Instant to = end(notice).plus(MARGIN);
        TrendChart chart = new TrendChart(
                        metric,
                        to.minus(DAY),
                        to,
                        ZoneOffset.UTC,
                        STEP,
                        dots(probe, notice, metric).stream()
                                .map(dot -> TrendChart.Dot.of(
                                        metric,
                                        dot,
                                        probe.budgets(),
                                        probe.profile().formFactor()))
                                .toList(),
                        List.of(),
                        LimitLine.of(metric, probe.budgets()),
                        timeline.of(probe, notice.location(), Interval.before(to, DAY)).stream()
                                .map(TimelineEvent::chartAnnotation)
                                .toList())
                .withFailures(timeline.failures(probe, notice.location(), Interval.before(to, DAY)));
        return chart.isEmpty() ? Optional.empty() : Optional.of(new PngImage(chart.mailImage()).png());
    }

    /** At most two sentences: the change of the metric, which says nothing in an outage, and a recent deploy. */
    List<String> recentChanges(Probe probe, Notice notice, boolean outage) {
        Metric metric = metric(probe, notice);
        List<TimeValue> dots = outage ? List.of() : dots(probe, notice, metric);
        List<String> sentences = new ArrayList<>();
        if (dots.size() > 2 * LATEST) {
            double before = median(dots.subList(0, dots.size() - LATEST));
            double now = median(dots.subList(dots.size() - LATEST, dots.size()));
            sentences.add(LocalizedMessage.of(
                            "mail.changed.metric",
                            metric.title(),
                            MetricFormat.of(metric, now),
                            LATEST,
                            MetricFormat.of(metric, before))
                    .toString());
            rating(probe, metric, now).ifPresent(sentences::add);
        }
        markers.recentDeploy(probe.id(), probe.tags(), notice.at())
                .map(deploy -> deployText(deploy, notice.at()))
                .ifPresent(sentences::add);
        return sentences;
    }

    /** The rating beside the limits: a page can be over its own limit and still be fast. */
    private static Optional<String> rating(Probe probe, Metric metric, double value) {
        Measurement measured = new Measurement(metric, value);
        ValueStatus status =
                ValueStatus.of(measured, probe.budgets(), probe.profile().formFactor());
        return status.limit().isEmpty() || status.rating().isEmpty()
                ? Optional.empty()
                : Optional.of(LocalizedMessage.of(
                                "mail.changed.rating",
                                status.text(measured),
                                status.budgetTitle(),
                                status.ratingTitle())
                        .toString());
    }

    private static String deployText(Marker deploy, Instant at) {
        return LocalizedMessage.of(
                        "mail.changed.deploy",
                        deploy.title(),
                        DurationFormat.elapsed(Duration.between(deploy.at(), at)))
                .toString();
    }

    private List<TimeValue> dots(Probe probe, Notice notice, Metric metric) {
        Instant to = end(notice);
        Map<Metric, Trend> trendByMetric =
                trends.at(probe.id(), notice.location(), List.of(metric), Interval.before(to, DAY), STEP);
        return trendByMetric
                .getOrDefault(metric, new Trend(0, List.of(), List.of(), new double[0]))
                .dots();
    }

    /** Includes the run of the notice. */
    private static Instant end(Notice notice) {
        return notice.at().plus(Duration.ofMinutes(1));
    }

    /** The metric in the headline, else that of the probe's first limit on measurements, else LCP, or TTFB of an HTTP check. */
    private static Metric metric(Probe probe, Notice notice) {
        for (String token : notice.headline().split(" ")) {
            if (token.length() > 2 && token.equals(token.toUpperCase(java.util.Locale.ROOT))) {
                try {
                    return Metric.of(token);
                } catch (UnknownMetricException notAMetric) {
                    continue;
                }
            }
        }
        return probe.budgets().stream()
                .map(Limit::metric)
                .filter(metric -> !metric.isOutcomeBased())
                .findFirst()
                .orElse(probe.target() instanceof Target.Http ? Metric.TTFB : Metric.LCP);
    }

    private static double median(List<TimeValue> dots) {
        return Statistic.MEDIAN.of(dots.stream().mapToDouble(TimeValue::value).toArray());
    }
}
