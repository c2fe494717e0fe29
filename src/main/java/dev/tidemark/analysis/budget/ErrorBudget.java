package dev.tidemark.analysis.budget;

import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.time.Duration;
import java.time.Instant;

/**
 * Error budget of a window, the number of runs that may fail. Terms: https://sre.google/workbook/implementing-slos/.
 *
 * @param allowed failures allowed in the whole window; for a partial window extrapolated from the rate of runs so far
 * @param allowedSoFar failures allowed for the number of runs so far
 * @param failed failures in the window
 */
public record ErrorBudget(double allowed, double allowedSoFar, long failed) {

    private static final double FULL = 0.98;
    /** Compensates floating-point error, so that 1 of 2,000 is within 99.95 %. */
    private static final double ROUNDING = 1e-9;

    /**
     * @param limit on the uptime or the error rate
     * @param until the end of the window
     */
    public static ErrorBudget of(Limit limit, OutcomeTally tally, Instant until) {
        double share = allowedShare(limit);
        Duration window = limit.window().orElseThrow();
        double covered = tally.first()
                .map(first -> (double) Duration.between(first, until).toMillis() / window.toMillis())
                .orElse(1.0);
        double expectedRuns = covered >= FULL ? tally.counted() : tally.counted() / Math.max(covered, 1e-6);
        return new ErrorBudget(expectedRuns * share + ROUNDING, tally.counted() * share + ROUNDING, tally.failed());
    }

    /** The share of runs that may fail, from 0 to 1. */
    public static double allowedShare(Limit limit) {
        double threshold = ((Bound.Fixed) limit.threshold()).value();
        return (limit.threshold() instanceof Bound.Min ? 100 - threshold : threshold) / 100;
    }

    /** Remaining share of the error budget, at most 1; negative if more runs failed than allowed. */
    public double remaining() {
        return allowed < 0.5e-6 ? (failed == 0 ? 1 : -1) : 1 - failed / allowed;
    }

    /**
     * How fast the error budget is consumed: 1 exhausts it exactly at the end of the window, 2 in half of the time.
     *
     * @param recent runs of the last hours
     * @param limit the limit that defines the error budget
     */
    public static double burnRate(OutcomeTally recent, Limit limit) {
        double share = allowedShare(limit);
        double failureRate = recent.counted() == 0 ? 0 : (double) recent.failed() / recent.counted();
        return share == 0 ? (failureRate == 0 ? 0 : Double.POSITIVE_INFINITY) : failureRate / share;
    }

    LocalizedMessage text() {
        String failures = VerdictExplanation.plain(Math.floor(allowed * 10) / 10);
        return remaining() < 0
                ? LocalizedMessage.of("budget.errorBudget.exhausted", failures)
                : LocalizedMessage.of("budget.errorBudget.left", failures, Math.round(Math.floor(remaining() * 100)));
    }
}
