package dev.tidemark.prober.browser;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.result.StepResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.page.InteractivePageSession;
import dev.tidemark.prober.page.PageSession;
import dev.tidemark.prober.vitals.VitalsWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Executes the steps of a probe one by one and measures each. A step ends after half a second without long tasks and with an
 * idle network, or after 10 s. TTI is not measured, as it requires 5 idle seconds.
 */
final class StepMeasurement {

    /** Longer than the 104 ms within which event timings are reported, and than the heartbeat interval of the collector. */
    private static final double AFTER_INPUT_MILLIS = 600;

    private static final double STILL_MILLIS = 500;
    private static final double LONGEST_MILLIS = 10_000;
    private static final double LONGEST_TO_ERROR_PAGE_MILLIS = 2_000;
    private static final int POLL_MILLIS = 50;
    private static final int MOST = 99;
    /** Metrics of a step that navigates to another page. */
    private static final List<Metric> OF_A_PAGE =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.TBT, Metric.DCL, Metric.LOAD);

    private final PageSession stage;
    private final PageMonitor watch;
    private final DoubleSupplier remainingMillis;
    private final List<StepResult> facts = new ArrayList<>();
    private final List<Measurement> measured = new ArrayList<>();
    private final List<AbsentMetric> absent = new ArrayList<>();

    StepMeasurement(PageSession stage, PageMonitor watch, DoubleSupplier remainingMillis) {
        this.stage = stage;
        this.watch = watch;
        this.remainingMillis = remainingMillis;
    }

    /** Adds the first step of a journey, which has already been executed and observed. */
    void opened(Step first) {
        facts.add(new StepResult(InteractivePageSession.describe(first), 0, watch.sinceStart()));
        ofPage(1);
        watch.observed().measurements().find(Metric.LOAD).ifPresent(load -> put(1, "DURATION", load.value()));
        StepCounters.none().until(watch).forEach((code, value) -> put(1, code, value));
    }

    /** The step that failed and why; empty if all steps succeeded. */
    Optional<String> run(List<Step> steps, InteractivePageSession hands) {
        for (Step step : steps) {
            int n = facts.size() + 1;
            Optional<String> failure = run(n, step, hands);
            if (failure.isPresent()) {
                return failure.map(
                        why -> LocalizedMessage.of("outcome.step", n, why).toString());
            }
        }
        return Optional.empty();
    }

    private Optional<String> run(int n, Step step, InteractivePageSession hands) {
        double start = watch.sinceStart();
        double startOnPage = watch.now();
        int pages = watch.pages();
        StepCounters before = StepCounters.of(watch);
        Optional<String> failure = hands.perform(step, watch::expectNavigation, remainingMillis);
        double done = watch.sinceStart();
        if (failure.isPresent()) {
            awaitErrorPage(failure.get());
        } else if (!(step instanceof Step.Pause)) {
            settle();
        }
        facts.add(new StepResult(InteractivePageSession.describe(step), start, watch.sinceStart()));
        if (n > MOST) {
            return failure;
        }
        put(n, "DURATION", (watch.pages() > pages ? Math.max(done, watch.loadedSinceStart()) : done) - start);
        before.until(watch).forEach((code, value) -> put(n, code, value));
        VitalsWindow own = watch.pages() > pages ? watch.stretchOfPageLeft(startOnPage) : watch.stretch(startOnPage);
        own.measurements().forEach(one -> put(n, one.metric().code(), one.value()));
        if (watch.pages() > pages) {
            ofPage(n);
        }
        return failure;
    }

    private void settle() {
        double began = watch.sinceStart();
        double limit = Math.min(LONGEST_MILLIS, Math.max(0, remainingMillis.getAsDouble()));
        pause(Math.min(AFTER_INPUT_MILLIS, limit));
        while (watch.quietMillis() < STILL_MILLIS && watch.sinceStart() - began < limit) {
            pause(POLL_MILLIS);
        }
    }

    private void pause(double millis) {
        long end = System.nanoTime() + (long) (millis * 1e6);
        stage.listenUntil(() -> System.nanoTime() > end);
    }

    /** The browser shows its error page shortly after the failed navigation is reported. */
    private void awaitErrorPage(String failure) {
        double began = watch.sinceStart();
        while (failure.contains("net::ERR_")
                && !watch.isOnErrorPage()
                && watch.sinceStart() - began < LONGEST_TO_ERROR_PAGE_MILLIS) {
            pause(POLL_MILLIS);
        }
    }

    private void ofPage(int n) {
        var seen = watch.observedOfLastPage();
        for (Metric metric : OF_A_PAGE) {
            seen.measurements().find(metric).ifPresent(one -> put(n, metric.code(), one.value()));
            seen.absent().stream()
                    .filter(one -> one.metric().equals(metric))
                    .forEach(one -> absent.add(new AbsentMetric(Metric.ofStep(n, metric), one.reason())));
        }
    }

    private void put(int n, String code, double value) {
        Measurement.ifPlausible(Metric.ofStep(n, Metric.of(code)), value).ifPresent(measured::add);
    }

    List<StepResult> facts() {
        return List.copyOf(facts);
    }

    /** Metrics per step. If a step measures the same metric on two pages, the later value wins. */
    Measurements measurements() {
        return Measurements.of(measured);
    }

    List<AbsentMetric> absent() {
        return List.copyOf(absent);
    }
}
