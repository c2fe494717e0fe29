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
import dev.tidemark.prober.vitals.PageObservation;
import dev.tidemark.prober.vitals.StepTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * Executes the steps of a probe one by one and measures each. A step ends after half a second without long tasks and with an
 * idle network, or after 10 s. TTI is not measured, as it requires 5 idle seconds.
 */
final class StepMeasurement {

    /** Longer than the 104 ms within which event timings are reported, and than the heartbeat interval of the collector. */
    private static final double AFTER_INPUT_MILLIS = 600;

    private static final double IDLE_MILLIS = 500;
    private static final double MAX_MILLIS = 10_000;
    private static final double MAX_ERROR_PAGE_MILLIS = 2_000;
    private static final int POLL_MILLIS = 50;
    private static final int MAX_STEPS = 99;
    /** Metrics of a step that navigates to another page, besides those of its tasks. */
    private static final List<Metric> OF_A_PAGE =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.CLS, Metric.DCL, Metric.LOAD);

    private final PageSession session;
    private final PageMonitor monitor;
    private final DoubleSupplier remainingMillis;
    private final List<StepResult> facts = new ArrayList<>();
    private final List<Measurement> measured = new ArrayList<>();
    private final Map<Integer, StepTasks> tasks = new TreeMap<>();
    private final List<AbsentMetric> absent = new ArrayList<>();

    StepMeasurement(PageSession session, PageMonitor monitor, DoubleSupplier remainingMillis) {
        this.session = session;
        this.monitor = monitor;
        this.remainingMillis = remainingMillis;
    }

    /** Adds the first step of a journey, which has already been executed and observed. */
    void addOpened(Step first) {
        facts.add(new StepResult(InteractivePageSession.describe(first), 0, monitor.sinceStart()));
        ofPage(1);
        monitor.vitals().measurements().find(Metric.LOAD).ifPresent(load -> put(1, "DURATION", load.value()));
        StepCounters.none().until(monitor).forEach((code, value) -> put(1, code, value));
    }

    /** The step that failed and why; empty if all steps succeeded. */
    Optional<String> run(List<Step> steps, InteractivePageSession interactive) {
        for (Step step : steps) {
            int n = facts.size() + 1;
            Optional<String> failure = run(n, step, interactive);
            if (failure.isPresent()) {
                return failure.map(
                        why -> LocalizedMessage.of("outcome.step", n, why).toString());
            }
        }
        return Optional.empty();
    }

    private Optional<String> run(int n, Step step, InteractivePageSession interactive) {
        double start = monitor.sinceStart();
        double startOnPage = monitor.now();
        int pages = monitor.pages();
        PageObservation page = monitor.observation();
        StepCounters before = StepCounters.of(monitor);
        Optional<String> failure = interactive.perform(step, monitor::expectNavigation, remainingMillis);
        double done = monitor.sinceStart();
        if (failure.isPresent()) {
            awaitErrorPage(failure.get());
        } else if (!(step instanceof Step.Pause)) {
            settle();
        }
        facts.add(new StepResult(InteractivePageSession.describe(step), start, monitor.sinceStart()));
        if (n > MAX_STEPS) {
            return failure;
        }
        boolean opened = monitor.pages() > pages;
        put(n, "DURATION", (opened ? Math.max(done, monitor.loadedSinceStart()) : done) - start);
        before.until(monitor).forEach((code, value) -> put(n, code, value));
        page.since(startOnPage).measurements().stream()
                .filter(one -> !opened || one.metric().equals(Metric.INP))
                .forEach(one -> put(n, one.metric().code(), one.value()));
        if (opened) {
            ofPage(n);
        } else {
            tasks.put(n, page.tasksOfStep(startOnPage, monitor.now()));
        }
        return failure;
    }

    private void settle() {
        double start = monitor.sinceStart();
        double limit = Math.min(MAX_MILLIS, Math.max(0, remainingMillis.getAsDouble()));
        pause(Math.min(AFTER_INPUT_MILLIS, limit));
        while (monitor.quietMillis() < IDLE_MILLIS && monitor.sinceStart() - start < limit) {
            pause(POLL_MILLIS);
        }
    }

    private void pause(double millis) {
        long end = System.nanoTime() + (long) (millis * 1e6);
        session.processEventsUntil(() -> System.nanoTime() > end);
    }

    /** The browser shows its error page shortly after the failed navigation is reported. */
    private void awaitErrorPage(String failure) {
        double start = monitor.sinceStart();
        while (failure.contains("net::ERR_")
                && !monitor.isOnErrorPage()
                && monitor.sinceStart() - start < MAX_ERROR_PAGE_MILLIS) {
            pause(POLL_MILLIS);
        }
    }

    private void ofPage(int n) {
        var vitals = monitor.vitalsOfCurrentPage();
        tasks.put(n, monitor.observation().tasksOfOpening(monitor.now()));
        for (Metric metric : OF_A_PAGE) {
            vitals.measurements().find(metric).ifPresent(one -> put(n, metric.code(), one.value()));
        }
        vitals.absent().stream()
                .filter(one -> OF_A_PAGE.contains(one.metric()) || one.metric().equals(Metric.TBT))
                .forEach(one -> absent.add(new AbsentMetric(Metric.ofStep(n, one.metric()), one.reason())));
    }

    private void put(int n, String code, double value) {
        Measurement.ifPlausible(Metric.ofStep(n, Metric.of(code)), value).ifPresent(measured::add);
    }

    List<StepResult> facts() {
        return List.copyOf(facts);
    }

    /** Metrics per step, after the observation has ended. If a step measures a metric on two pages, the later value wins. */
    Measurements measurements() {
        List<Measurement> all = new ArrayList<>(measured);
        tasks.forEach((n, ofStep) -> ofStep.measurements()
                .forEach(one -> all.add(new Measurement(Metric.ofStep(n, one.metric()), one.value()))));
        return Measurements.of(all);
    }

    List<AbsentMetric> absent() {
        Measurements present = measurements();
        return absent.stream()
                .filter(one -> present.find(one.metric()).isEmpty())
                .toList();
    }
}
