package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Uptime and failed runs over a window. While the window is not full yet, a share of the few runs that there are would be a
 * guess: then a limit is broken only when the failures would spend what the whole window allows.
 */
final class OutcomeRule {

    private OutcomeRule() {}

    /** @param until the end of the window */
    static Verdict judge(Limit limit, OutcomeTally tally, Instant until) {
        ErrorBudget budget = ErrorBudget.of(limit, tally, until);
        if (tally.counted() == 0) {
            String left = tally.left() == 0
                    ? ""
                    : "; " + tally.left() + " are not counted: maintenance, or no fault of the target";
            return Verdict.unknown(limit, "no run that counts in " + words(limit) + left);
        }
        VerdictKind kind = kind(budget, tally);
        double uptime = tally.uptime().orElseThrow();
        double value = limit.metric().equals(Metric.UPTIME) ? uptime : 100 - uptime;
        return new Verdict(
                limit,
                kind,
                OptionalDouble.of(value),
                kind == VerdictKind.FAIL ? 1 : 0,
                1,
                line(limit, tally, budget, value, kind),
                Optional.of((Bound.Fixed) limit.bound()),
                List.of(value));
    }

    private static VerdictKind kind(ErrorBudget budget, OutcomeTally tally) {
        if (tally.failed() > budget.allowed()) {
            return VerdictKind.FAIL;
        }
        return tally.failed() <= budget.allowedSoFar() ? VerdictKind.PASS : VerdictKind.UNKNOWN;
    }

    private static String line(Limit limit, OutcomeTally tally, ErrorBudget budget, double value, VerdictKind kind) {
        String counts = tally.failed() + " of " + tally.counted() + " runs failed in " + words(limit);
        String left = tally.left() == 0
                ? ""
                : " (" + tally.left() + " more are not counted: maintenance, or no fault of the target)";
        double bound = ((Bound.Fixed) limit.bound()).value();
        String share = ": " + MetricFormat.against(limit.metric(), value, bound)
                + (limit.metric().equals(Metric.UPTIME) ? " uptime, at least " : ", at most ")
                + MetricFormat.limit(limit.metric(), bound);
        String room = "; " + budget.words();
        return counts
                + left
                + share
                + room
                + (kind == VerdictKind.UNKNOWN ? "; the window is not full yet, so that the share may still hold" : "");
    }

    private static String words(Limit limit) {
        return DurationFormat.of(limit.window().orElse(Duration.ZERO));
    }
}
