package dev.tidemark.analysis.budget;

import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.time.Duration;
import java.time.Instant;

/**
 * How many runs of a window may fail. Source of the terms: https://sre.google/workbook/implementing-slos/.
 *
 * @param allowed failures that the whole window allows; while it is not full yet, at the rate of runs that there was so far
 * @param allowedSoFar failures that the runs allow that there are
 * @param failed failures in the window
 */
public record ErrorBudget(double allowed, double allowedSoFar, long failed) {

    private static final double FULL = 0.98;
    /** So that 1 of 2,000 is within 99.95 %, whatever binary fractions say. */
    private static final double ROUNDING = 1e-9;

    /**
     * @param limit of the uptime or of failed runs
     * @param until the end of the window
     */
    public static ErrorBudget of(Limit limit, OutcomeTally tally, Instant until) {
        double share = allowedShare(limit);
        Duration window = limit.window().orElseThrow();
        double covered = tally.first()
                .map(first -> (double) Duration.between(first, until).toMillis() / window.toMillis())
                .orElse(1.0);
        double whole = covered >= FULL ? tally.counted() : tally.counted() / Math.max(covered, 1e-6);
        return new ErrorBudget(whole * share + ROUNDING, tally.counted() * share + ROUNDING, tally.failed());
    }

    /** The share of runs that may fail, from 0 to 1. */
    public static double allowedShare(Limit limit) {
        double bound = ((Bound.Fixed) limit.bound()).value();
        return (limit.bound() instanceof Bound.Min ? 100 - bound : bound) / 100;
    }

    /** What is left of the allowed failures, from 1 (all) down; below 0 when more failed. */
    public double left() {
        return allowed < 0.5e-6 ? (failed == 0 ? 1 : -1) : 1 - failed / allowed;
    }

    /**
     * How fast it is spent: 1 spends it exactly at the window's end, 2 in half of the time.
     *
     * @param recent of the last hours
     * @param limit whose budget it is
     */
    public static double burnRate(OutcomeTally recent, Limit limit) {
        double share = allowedShare(limit);
        double failing = recent.counted() == 0 ? 0 : (double) recent.failed() / recent.counted();
        return share == 0 ? (failing == 0 ? 0 : Double.POSITIVE_INFINITY) : failing / share;
    }

    String words() {
        return "error budget " + VerdictExplanation.plain(Math.floor(allowed * 10) / 10) + " failures, "
                + (left() < 0 ? "spent" : Math.round(Math.floor(left() * 100)) + " % left");
    }
}
