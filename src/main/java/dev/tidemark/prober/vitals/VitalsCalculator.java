package dev.tidemark.prober.vitals;

import static dev.tidemark.model.metric.Metric.CLS;
import static dev.tidemark.model.metric.Metric.CLS_ALL_FRAMES;
import static dev.tidemark.model.metric.Metric.DCL;
import static dev.tidemark.model.metric.Metric.FCP;
import static dev.tidemark.model.metric.Metric.FP;
import static dev.tidemark.model.metric.Metric.INP;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.metric.Metric.LOAD;
import static dev.tidemark.model.metric.Metric.TBT;
import static dev.tidemark.model.metric.Metric.TTFB;
import static dev.tidemark.model.metric.Metric.TTI;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Calculates the metrics of a document, and reasons for absent ones, at the end of the observation. */
final class VitalsCalculator {

    private static final Metric MAX_POTENTIAL_FID = Metric.of("MAX_POTENTIAL_FID");
    private static final Metric BYTES_INLINE = Metric.of("BYTES_INLINE");
    private static final int MAX_USER_TIMINGS = 100;
    private static final int MAX_NAME = 150;

    private final DocumentTimeline timeline;
    private final List<TimeSpan> requests;
    private final double end;
    private final List<Measurement> measured = new ArrayList<>();
    private final List<AbsentMetric> absent = new ArrayList<>();

    VitalsCalculator(DocumentTimeline timeline, List<TimeSpan> requests, double endMillis) {
        this.timeline = timeline;
        this.requests = requests;
        this.end = endMillis;
    }

    PageVitals all() {
        Optional<LcpCandidate> largest = timeline.largestPaint();
        Optional<InteractionToNextPaint> interaction =
                InteractionToNextPaint.of(timeline.events, timeline.interactionCount);
        milestones();
        put(LCP, largest.map(LcpCandidate::at), LocalizedMessage.of("absence.lcp.noCandidate"));
        stability();
        mainThread();
        put(INP, interaction.map(InteractionToNextPaint::millis), LocalizedMessage.of("absence.inp.noInteraction"));
        userTimings("MARK:", timeline.marks);
        userTimings("MEASURE:", timeline.measures);
        Optional<LcpElement> element = largest.map(paint -> paint.element(timeline.ttfb.orElse(0)));
        Optional<Interaction> worst = interaction.map(InteractionToNextPaint::worst);
        return new PageVitals(
                Measurements.of(measured),
                absent,
                element,
                timeline.shifts,
                worst,
                timeline.tasks.named(),
                !PlausibilityCheck.holds(measured, end),
                timeline.truncated);
    }

    private void milestones() {
        LocalizedMessage noDomContentLoaded = LocalizedMessage.of("absence.dcl.notReached", seconds());
        put(TTFB, timeline.ttfb, LocalizedMessage.of("absence.ttfb.noNavigationTiming"));
        put(FP, timeline.firstPaint, LocalizedMessage.of("absence.fp.nothingPainted", seconds()));
        put(FCP, timeline.fcp, LocalizedMessage.of("absence.fcp.nothingPainted", seconds()));
        put(DCL, timeline.dcl, noDomContentLoaded);
        put(LOAD, timeline.load, LocalizedMessage.of("absence.load.notReached", seconds()));
        put(BYTES_INLINE, timeline.inlineBytes, noDomContentLoaded);
    }

    private String seconds() {
        return MetricFormat.of(Unit.MILLISECONDS, end);
    }

    /** Without a contentful paint there is no layout to shift; the web-vitals library reports no CLS either. */
    private void stability() {
        LocalizedMessage reason = LocalizedMessage.of("absence.cls.nothingPainted");
        boolean painted = timeline.fcp.isPresent();
        put(CLS, painted ? Optional.of(CumulativeLayoutShift.of(timeline.shifts)) : Optional.empty(), reason);
        put(
                CLS_ALL_FRAMES,
                painted ? Optional.of(CumulativeLayoutShift.of(timeline.shiftsOfAllFrames())) : Optional.empty(),
                reason);
    }

    private void mainThread() {
        List<TimeSpan> tasks = timeline.tasks.spans();
        put(Metric.of("LONG_TASKS"), Optional.of((double) tasks.size()), LocalizedMessage.EMPTY);
        put(Metric.of("LONG_TASKS_TOTAL"), Optional.of(timeline.tasks.total()), LocalizedMessage.EMPTY);
        put(Metric.of("LONGEST_TASK"), Optional.of(timeline.tasks.longest()), LocalizedMessage.EMPTY);
        if (timeline.fcp.isEmpty()) {
            List.of(TBT, TTI, MAX_POTENTIAL_FID)
                    .forEach(metric -> absent.add(new AbsentMetric(
                            metric,
                            LocalizedMessage.of("absence.interactivity.noFcp").toString())));
            return;
        }
        double fcp = timeline.fcp.getAsDouble();
        Interactivity interactivity = Interactivity.of(timeline, tasks, requests, fcp, end);
        TimeToInteractive interactive = interactivity.timeToInteractive();
        put(TTI, interactive.millis(), LocalizedMessage.of("absence.tti.tbtUntilEnd", interactive.reason(), seconds()));
        put(TBT, Optional.of(interactivity.blockingMillis()), LocalizedMessage.EMPTY);
        put(
                MAX_POTENTIAL_FID,
                MaxPotentialFid.of(tasks, fcp),
                LocalizedMessage.of("absence.maxPotentialFid.noLongTask"));
    }

    private void userTimings(String prefix, Map<String, Double> timings) {
        timings.entrySet().stream()
                .filter(one -> !one.getKey().isBlank() && one.getKey().length() <= MAX_NAME)
                .limit(MAX_USER_TIMINGS)
                .forEach(one -> put(
                        Metric.of(prefix + one.getKey()),
                        Optional.of(one.getValue()),
                        LocalizedMessage.of("absence.outOfRange")));
    }

    private void put(Metric metric, OptionalDouble value, LocalizedMessage otherwise) {
        put(metric, value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty(), otherwise);
    }

    private void put(Metric metric, Optional<Double> value, LocalizedMessage otherwise) {
        Optional<Measurement> one = value.flatMap(number -> Measurement.ifPlausible(metric, number));
        one.ifPresentOrElse(measured::add, () -> absent.add(new AbsentMetric(metric, otherwise.toString())));
    }
}
