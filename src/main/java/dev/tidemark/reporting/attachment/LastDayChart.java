package dev.tidemark.reporting.attachment;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.analysis.trend.Trend;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.metric.UnknownMetricException;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.PngImage;
import dev.tidemark.reporting.chart.TrendChart;
import dev.tidemark.reporting.chart.ValueText;
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

/** The day before a notice, as a picture and in words. */
@ApplicationScoped
public class LastDayChart {

    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** So much of the picture lies behind the last run, whose dot would be cut in two otherwise. */
    private static final Duration MARGIN = Duration.ofMinutes(20);

    private static final int LATEST = 3;

    private final Trends trends;
    private final ProbeTimeline chronicle;
    private final Markers markers;

    @Inject
    public LastDayChart(Trends trends, ProbeTimeline chronicle, Markers markers) {
        this.trends = trends;
        this.chronicle = chronicle;
        this.markers = markers;
    }

    /** With the budget's line; none without runs. */
    Optional<byte[]> picture(Probe probe, Notice notice) {
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
                                dot.at(),
                                new Measurement(metric, dot.value()),
                                probe.profile().formFactor()))
                        .toList(),
                List.of(),
                probe.ceiling(metric),
                chronicle.of(probe, notice.location(), Interval.before(to, DAY)).stream()
                        .map(TimelineEvent::drawn)
                        .toList());
        return chart.isEmpty() ? Optional.empty() : Optional.of(new PngImage(chart.letter()).png());
    }

    /** At most two sentences. */
    List<String> changed(Probe probe, Notice notice) {
        Metric metric = metric(probe, notice);
        List<Trend.Dot> dots = dots(probe, notice, metric);
        List<String> words = new ArrayList<>();
        if (dots.size() > 2 * LATEST) {
            double before = median(dots.subList(0, dots.size() - LATEST));
            double now = median(dots.subList(dots.size() - LATEST, dots.size()));
            words.add(metric.title() + " is " + ValueText.of(metric, now) + " in the last " + LATEST + " runs; it was "
                    + ValueText.of(metric, before) + " in the day before.");
        }
        markers.recentDeploy(probe.id(), probe.tags(), notice.at())
                .map(deploy -> words(deploy, notice.at()))
                .ifPresent(words::add);
        return words;
    }

    private static String words(Marker deploy, Instant at) {
        return "Deploy \"" + deploy.title() + "\" was "
                + Duration.between(deploy.at(), at).toMinutes() + " min before.";
    }

    private List<Trend.Dot> dots(Probe probe, Notice notice, Metric metric) {
        Instant to = end(notice);
        Map<Metric, Trend> found =
                trends.at(probe.id(), notice.location(), List.of(metric), Interval.before(to, DAY), STEP);
        return found.getOrDefault(metric, new Trend(0, List.of(), List.of(), new double[0]))
                .dots();
    }

    /** The run itself is in the picture. */
    private static Instant end(Notice notice) {
        return notice.at().plus(Duration.ofMinutes(1));
    }

    /** What the headline speaks of; else what the probe's first limit is about; else LCP. */
    private static Metric metric(Probe probe, Notice notice) {
        for (String word : notice.headline().split(" ")) {
            if (word.length() > 2 && word.equals(word.toUpperCase(java.util.Locale.ROOT))) {
                try {
                    return Metric.of(word);
                } catch (UnknownMetricException aWordLikeAnyOther) {
                    continue;
                }
            }
        }
        return probe.budgets().stream().map(limit -> limit.metric()).findFirst().orElse(Metric.LCP);
    }

    private static double median(List<Trend.Dot> dots) {
        return Statistic.MEDIAN.of(dots.stream().mapToDouble(Trend.Dot::value).toArray());
    }
}
