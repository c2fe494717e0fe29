package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.Interaction;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RequestFact;
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
record ReadyCauses(SidePair pair) {

    private static final double MOMENT_MILLIS = 1;
    private static final double WORTH_TELLING_MILLIS = 20;

    List<Contribution> tti(double whole) {
        double painted = pair.moved(Metric.FCP);
        List<Contribution> all = new ArrayList<>(new PaintCauses(pair).fcp(painted));
        all.add(Contribution.time("After the first paint the main thread came to rest", lastTask(), whole - painted));
        return all;
    }

    List<Contribution> load(double whole) {
        double ttfb = pair.moved(PaintCauses::ttfb);
        double arrived = pair.moved(
                page -> Math.max(0, lastArrival(page, pair.before()) - PaintCauses.ttfb(page)),
                page -> Math.max(0, lastArrival(page, pair.after()) - PaintCauses.ttfb(page)));
        List<Contribution> all = new ArrayList<>(new PaintCauses(pair).firstByte(ttfb));
        all.add(Contribution.time(
                "The last file before the load event had arrived",
                lastFile(pair.before()) + " → " + lastFile(pair.after()) + ".",
                arrived));
        all.add(Contribution.time(
                "Once it was there, the load event came", "Work between the two.", whole - ttfb - arrived));
        return all;
    }

    /** None when a side has no interaction. */
    List<Contribution> inp() {
        Optional<Double> waited = pair.movedPart(PageFacts::worstInteraction, Interaction::inputDelayMillis);
        if (waited.isEmpty()) {
            return List.of();
        }
        String script = new WorkCauses(pair)
                .worst()
                .map(one -> " The work that moved most: " + one + ".")
                .orElse("");
        return List.of(
                span("The input waited", "The main thread was busy when it came." + script, waited.get()),
                span("Its handlers ran", interaction(), part(Interaction::processingMillis)),
                span(
                        "The paint after it took",
                        "Layout and paint of what changed.",
                        part(Interaction::presentationMillis)));
    }

    /** Without shares: how much of a film's change a moment makes cannot be told. */
    List<Cause> speedIndex() {
        List<Cause> causes = new ArrayList<>();
        company("The first paint came", Metric.FCP).ifPresent(causes::add);
        company("The largest element was painted", Metric.LCP).ifPresent(causes::add);
        return causes;
    }

    private Optional<Cause> company(String what, Metric metric) {
        double moved = pair.moved(metric);
        return Math.abs(moved) < WORTH_TELLING_MILLIS
                ? Optional.empty()
                : Optional.of(new Cause(
                        Contribution.time(what, "", moved).text(),
                        "Speed Index is read off a film of the load, so the share of this cannot be told; see "
                                + metric.code() + " for why.",
                        OptionalDouble.empty()));
    }

    private double part(ToDoubleFunction<Interaction> figure) {
        return pair.movedPart(PageFacts::worstInteraction, figure).orElse(0.0);
    }

    private static Contribution span(String what, String detail, double millis) {
        String size = ValueText.of(Metric.INP, Math.abs(millis));
        return new Contribution(what + " " + size + (millis > 0 ? " longer" : " less"), detail, millis);
    }

    private String interaction() {
        return pair.after()
                .page()
                .worstInteraction()
                .map(one -> "The worst interaction: " + one.type() + " on " + one.selector() + ".")
                .orElse("");
    }

    private String lastTask() {
        return "The last long task before: " + lastScript(pair.before()) + " → " + lastScript(pair.after()) + ".";
    }

    private static String lastScript(Load side) {
        double tti = side.value(Metric.TTI).orElse(Double.MAX_VALUE) + MOMENT_MILLIS;
        return side.page().longTasks().stream()
                .filter(task -> task.startMillis() < tti)
                .max(Comparator.comparingDouble(LongTask::startMillis))
                .map(task -> task.script()
                        .filter(url -> !url.isBlank())
                        .map(Names::ofFile)
                        .orElse("of no script"))
                .orElse("none");
    }

    private static String lastFile(Load side) {
        return last(side.page(), side).map(one -> Names.ofFile(one.url())).orElse("none");
    }

    private static double lastArrival(PageFacts page, Load side) {
        return last(page, side).map(RequestFact::endMillis).orElse(0.0);
    }

    private static Optional<RequestFact> last(PageFacts page, Load side) {
        double load = side.value(Metric.LOAD).orElse(Double.MAX_VALUE) + MOMENT_MILLIS;
        return page.requests().stream()
                .filter(one -> one.endMillis() <= load)
                .max(Comparator.comparingDouble(RequestFact::endMillis));
    }
}
