package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Evaluates uptime and error rate over a window. For a partial window, the share of the few runs so far would be a guess:
 * the limit is over budget only if the failures exceed what the whole window allows.
 */
final class OutcomeRule {

    private OutcomeRule() {}

    /** @param until the end of the window */
    static Verdict evaluate(Limit limit, OutcomeTally tally, Instant until) {
        ErrorBudget budget = ErrorBudget.of(limit, tally, until);
        if (tally.counted() == 0) {
            return Verdict.unknown(
                    limit, excluding(LocalizedMessage.of("budget.calculation.noCountedRun", window(limit)), tally));
        }
        VerdictKind kind = kind(budget, tally);
        double value = tally.share(limit.metric()).orElseThrow();
        return new Verdict(
                limit,
                kind,
                OptionalDouble.of(value),
                kind == VerdictKind.FAIL ? 1 : 0,
                1,
                line(limit, tally, budget, value, kind),
                Optional.of((Bound.Fixed) limit.threshold()),
                List.of(value));
    }

    private static VerdictKind kind(ErrorBudget budget, OutcomeTally tally) {
        if (tally.failed() > budget.allowed()) {
            return VerdictKind.FAIL;
        }
        return tally.failed() <= budget.allowedSoFar() ? VerdictKind.PASS : VerdictKind.UNKNOWN;
    }

    private static LocalizedMessage line(
            Limit limit, OutcomeTally tally, ErrorBudget budget, double value, VerdictKind kind) {
        double threshold = ((Bound.Fixed) limit.threshold()).value();
        LocalizedMessage counts = LocalizedMessage.of(
                limit.metric().equals(Metric.UPTIME) ? "budget.calculation.uptime" : "budget.calculation.errorRate",
                tally.failed(),
                tally.counted(),
                window(limit),
                MetricFormat.against(limit.metric(), value, threshold),
                MetricFormat.limit(limit.metric(), threshold),
                budget.text());
        LocalizedMessage line = excluding(counts, tally);
        return kind == VerdictKind.UNKNOWN ? LocalizedMessage.of("budget.calculation.partialWindow", line) : line;
    }

    private static LocalizedMessage excluding(LocalizedMessage line, OutcomeTally tally) {
        return tally.excluded() == 0
                ? line
                : LocalizedMessage.of("budget.calculation.excluded", line, tally.excluded());
    }

    private static String window(Limit limit) {
        return DurationFormat.of(limit.window().orElse(Duration.ZERO));
    }
}
