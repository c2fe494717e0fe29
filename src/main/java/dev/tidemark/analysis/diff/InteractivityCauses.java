package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Causes of changes of TTI, load event, INP and Speed Index. TTI is the end of the last long task, at the earliest FCP
 * (https://web.dev/articles/tti); the load event waits for the last resource; INP is the sum of three parts
 * (https://web.dev/articles/inp). The Speed Index is computed from a filmstrip, so only related metrics are named.
 */
record InteractivityCauses(DiffInput input) {

    private static final double TOLERANCE_MILLIS = 1;
    private static final double MIN_CHANGE_MILLIS = 20;

    List<Contribution> tti(double whole) {
        double fcpChange = input.change(Metric.FCP);
        List<Contribution> all = new ArrayList<>(new PaintCauses(input).fcp(fcpChange));
        all.add(Contribution.time("cause.mainThreadIdle", lastTask(), whole - fcpChange));
        return all;
    }

    List<Contribution> load(double whole) {
        double ttfb = input.change(PaintCauses::ttfb);
        double lastArrival = input.change(
                page -> Math.max(0, lastArrival(page, input.before()) - PaintCauses.ttfb(page)),
                page -> Math.max(0, lastArrival(page, input.after()) - PaintCauses.ttfb(page)));
        List<Contribution> all = new ArrayList<>(new PaintCauses(input).firstByte(ttfb));
        all.add(Contribution.time(
                "cause.lastResourceLoaded",
                LocalizedMessage.of("cause.beforeAfter", lastFile(input.before()), lastFile(input.after())),
                lastArrival));
        all.add(Contribution.time(
                "cause.loadEvent", LocalizedMessage.of("cause.loadEvent.detail"), whole - ttfb - lastArrival));
        return all;
    }

    /** Empty if a side has no interaction. */
    List<Contribution> inp() {
        Optional<Double> inputDelay = input.partChange(PageDetails::worstInteraction, Interaction::inputDelayMillis);
        if (inputDelay.isEmpty()) {
            return List.of();
        }
        LocalizedMessage script = new MainThreadCauses(input)
                .worst()
                .map(one -> LocalizedMessage.of("cause.mostChangedWork", one))
                .orElse(LocalizedMessage.EMPTY);
        return List.of(
                span(
                        "cause.inputDelay",
                        LocalizedMessage.sentences(LocalizedMessage.of("cause.inputDelay.detail"), script),
                        inputDelay.get()),
                span("cause.processingTime", interaction(), part(Interaction::processingMillis)),
                span(
                        "cause.presentationDelay",
                        LocalizedMessage.of("cause.presentationDelay.detail"),
                        part(Interaction::presentationMillis)));
    }

    /** Without shares, since the effect of a single paint on the Speed Index is unknown. */
    List<Cause> speedIndex() {
        List<Cause> causes = new ArrayList<>();
        relatedMetric("cause.firstPaint", Metric.FCP).ifPresent(causes::add);
        relatedMetric("cause.lcpElementPainted", Metric.LCP).ifPresent(causes::add);
        return causes;
    }

    private Optional<Cause> relatedMetric(String key, Metric metric) {
        double change = input.change(metric);
        return Math.abs(change) < MIN_CHANGE_MILLIS
                ? Optional.empty()
                : Optional.of(new Cause(
                        Contribution.time(key, LocalizedMessage.EMPTY, change).text(),
                        LocalizedMessage.of("cause.speedIndex.detail", metric.shortName()),
                        OptionalDouble.empty()));
    }

    private double part(ToDoubleFunction<Interaction> figure) {
        return input.partChange(PageDetails::worstInteraction, figure).orElse(0.0);
    }

    private static Contribution span(String key, LocalizedMessage detail, double millis) {
        String size = MetricFormat.of(Metric.INP, Math.abs(millis));
        return new Contribution(LocalizedMessage.of(key, size, millis > 0 ? 1 : 0), detail, millis);
    }

    private LocalizedMessage interaction() {
        return input.after()
                .page()
                .worstInteraction()
                .map(one -> LocalizedMessage.of("cause.worstInteraction", one.type(), one.selector()))
                .orElse(LocalizedMessage.EMPTY);
    }

    private LocalizedMessage lastTask() {
        return LocalizedMessage.of("cause.lastLongTask", lastScript(input.before()), lastScript(input.after()));
    }

    private static LocalizedMessage lastScript(DiffSide side) {
        double tti = side.value(Metric.TTI).orElse(Double.MAX_VALUE) + TOLERANCE_MILLIS;
        return side.page().longTasks().stream()
                .filter(task -> task.startMillis() < tti)
                .max(Comparator.comparingDouble(LongTask::startMillis))
                .map(task -> task.script()
                        .filter(url -> !url.isBlank())
                        .map(url -> LocalizedMessage.verbatim(UrlNames.ofFile(url)))
                        .orElse(LocalizedMessage.of("cause.noScript")))
                .orElse(LocalizedMessage.of("cause.none"));
    }

    private static LocalizedMessage lastFile(DiffSide side) {
        return last(side.page(), side)
                .map(one -> LocalizedMessage.verbatim(UrlNames.ofFile(one.url())))
                .orElse(LocalizedMessage.of("cause.none"));
    }

    private static double lastArrival(PageDetails page, DiffSide side) {
        return last(page, side).map(RequestRecord::endMillis).orElse(0.0);
    }

    private static Optional<RequestRecord> last(PageDetails page, DiffSide side) {
        double load = side.value(Metric.LOAD).orElse(Double.MAX_VALUE) + TOLERANCE_MILLIS;
        return page.requests().stream()
                .filter(one -> one.endMillis() <= load)
                .max(Comparator.comparingDouble(RequestRecord::endMillis));
    }
}
