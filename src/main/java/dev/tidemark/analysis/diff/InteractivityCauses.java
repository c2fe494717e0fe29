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
 * What moved the moments at which a page is ready. TTI is the end of the last long task, at the earliest FCP
 * (https://web.dev/articles/tti); the load event waits for the last file that it counts; INP has three parts that add up to it
 * (https://web.dev/articles/inp). Of the Speed Index, which is read off a film, only its company can be told.
 */
record InteractivityCauses(DiffInput pair) {

    private static final double MOMENT_MILLIS = 1;
    private static final double WORTH_TELLING_MILLIS = 20;

    List<Contribution> tti(double whole) {
        double painted = pair.moved(Metric.FCP);
        List<Contribution> all = new ArrayList<>(new PaintCauses(pair).fcp(painted));
        all.add(Contribution.time("cause.mainThreadIdle", lastTask(), whole - painted));
        return all;
    }

    List<Contribution> load(double whole) {
        double ttfb = pair.moved(PaintCauses::ttfb);
        double arrived = pair.moved(
                page -> Math.max(0, lastArrival(page, pair.before()) - PaintCauses.ttfb(page)),
                page -> Math.max(0, lastArrival(page, pair.after()) - PaintCauses.ttfb(page)));
        List<Contribution> all = new ArrayList<>(new PaintCauses(pair).firstByte(ttfb));
        all.add(Contribution.time(
                "cause.lastResourceLoaded",
                LocalizedMessage.of("cause.beforeAfter", lastFile(pair.before()), lastFile(pair.after())),
                arrived));
        all.add(Contribution.time(
                "cause.loadEvent", LocalizedMessage.of("cause.loadEvent.detail"), whole - ttfb - arrived));
        return all;
    }

    /** None when a side has no interaction. */
    List<Contribution> inp() {
        Optional<Double> waited = pair.movedPart(PageDetails::worstInteraction, Interaction::inputDelayMillis);
        if (waited.isEmpty()) {
            return List.of();
        }
        LocalizedMessage script = new MainThreadCauses(pair)
                .worst()
                .map(one -> LocalizedMessage.of("cause.mostChangedWork", one))
                .orElse(LocalizedMessage.EMPTY);
        return List.of(
                span(
                        "cause.inputDelay",
                        LocalizedMessage.sentences(LocalizedMessage.of("cause.inputDelay.detail"), script),
                        waited.get()),
                span("cause.processingTime", interaction(), part(Interaction::processingMillis)),
                span(
                        "cause.presentationDelay",
                        LocalizedMessage.of("cause.presentationDelay.detail"),
                        part(Interaction::presentationMillis)));
    }

    /** Without shares: how much of a film's change a moment makes cannot be told. */
    List<Cause> speedIndex() {
        List<Cause> causes = new ArrayList<>();
        company("cause.firstPaint", Metric.FCP).ifPresent(causes::add);
        company("cause.lcpElementPainted", Metric.LCP).ifPresent(causes::add);
        return causes;
    }

    private Optional<Cause> company(String key, Metric metric) {
        double moved = pair.moved(metric);
        return Math.abs(moved) < WORTH_TELLING_MILLIS
                ? Optional.empty()
                : Optional.of(new Cause(
                        Contribution.time(key, LocalizedMessage.EMPTY, moved).text(),
                        LocalizedMessage.of("cause.speedIndex.detail", metric.shortName()),
                        OptionalDouble.empty()));
    }

    private double part(ToDoubleFunction<Interaction> figure) {
        return pair.movedPart(PageDetails::worstInteraction, figure).orElse(0.0);
    }

    private static Contribution span(String key, LocalizedMessage detail, double millis) {
        String size = MetricFormat.of(Metric.INP, Math.abs(millis));
        return new Contribution(LocalizedMessage.of(key, size, millis > 0 ? 1 : 0), detail, millis);
    }

    private LocalizedMessage interaction() {
        return pair.after()
                .page()
                .worstInteraction()
                .map(one -> LocalizedMessage.of("cause.worstInteraction", one.type(), one.selector()))
                .orElse(LocalizedMessage.EMPTY);
    }

    private LocalizedMessage lastTask() {
        return LocalizedMessage.of("cause.lastLongTask", lastScript(pair.before()), lastScript(pair.after()));
    }

    private static LocalizedMessage lastScript(DiffSide side) {
        double tti = side.value(Metric.TTI).orElse(Double.MAX_VALUE) + MOMENT_MILLIS;
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
        double load = side.value(Metric.LOAD).orElse(Double.MAX_VALUE) + MOMENT_MILLIS;
        return page.requests().stream()
                .filter(one -> one.endMillis() <= load)
                .max(Comparator.comparingDouble(RequestRecord::endMillis));
    }
}
