package dev.tidemark.prober.vitals;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import java.util.List;
import java.util.Optional;

/**
 * Checks the order of times of a page load: first byte before any paint, first paint not after the largest,
 * DOMContentLoaded not after load, nothing after the end of the observation. Otherwise a clock jumped or the page
 * modified its own entries, and the metrics are not trustworthy.
 */
final class PlausibilityCheck {

    /** Entries are rounded to up to 8 ms; a machine may be late by more. */
    private static final double TOLERANCE_MILLIS = 16;

    private static final double LATENESS_MILLIS = 2_000;

    private static final List<List<Metric>> ORDERS = List.of(
            List.of(Metric.TTFB, Metric.FP),
            List.of(Metric.TTFB, Metric.FCP),
            List.of(Metric.FCP, Metric.LCP),
            List.of(Metric.TTFB, Metric.DCL),
            List.of(Metric.DCL, Metric.LOAD));

    private static final List<Metric> INSTANTS =
            List.of(Metric.TTFB, Metric.FP, Metric.FCP, Metric.LCP, Metric.DCL, Metric.LOAD);

    private PlausibilityCheck() {}

    static boolean holds(List<Measurement> measured, double endMillis) {
        Measurements all = Measurements.of(measured);
        return ORDERS.stream().allMatch(order -> isInOrder(at(all, order.get(0)), at(all, order.get(1))))
                && INSTANTS.stream()
                        .flatMap(metric -> at(all, metric).stream())
                        .allMatch(at -> at <= endMillis + LATENESS_MILLIS);
    }

    private static boolean isInOrder(Optional<Double> first, Optional<Double> second) {
        return first.isEmpty() || second.isEmpty() || first.get() <= second.get() + TOLERANCE_MILLIS;
    }

    private static Optional<Double> at(Measurements all, Metric metric) {
        return all.find(metric).map(Measurement::value);
    }
}
