package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Explains how the verdict of a limit was calculated. */
record VerdictExplanation(Limit limit, List<LimitValue> evaluated, List<LimitValue> values, int breaching) {

    LocalizedMessage line(VerdictKind kind) {
        if (values.isEmpty()) {
            return absence()
                    .map(reason -> LocalizedMessage.of("budget.calculation.noValue", limit.metric(), reason))
                    .orElseGet(() -> LocalizedMessage.of("budget.calculation.noSuccessfulRun", limit.metric()));
        }
        LocalizedMessage line = kind == VerdictKind.FAIL
                ? counts()
                : LocalizedMessage.of("budget.calculation.withRule", counts(), limit.breaches(), limit.of());
        if (kind != VerdictKind.UNKNOWN && values.size() == evaluated.size()) {
            return line;
        }
        return absence()
                .map(reason -> LocalizedMessage.of("budget.calculation.missingValue", line, reason))
                .orElseGet(() -> LocalizedMessage.of("budget.calculation.tooFewRuns", line));
    }

    /** {@code 8}, {@code 0.5}: significant digits only, without an exponent. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(value < 10 ? 3 : 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private LocalizedMessage counts() {
        if (limit.threshold() instanceof Bound.Relative relative) {
            return relative(relative);
        }
        Bound.Fixed fixed = (Bound.Fixed) limit.threshold();
        String direction = limit.threshold() instanceof Bound.Max ? "over" : "under";
        return LocalizedMessage.of(
                "budget.calculation." + direction,
                breaching,
                values.size(),
                list(),
                MetricFormat.limit(limit.metric(), fixed.value()));
    }

    private LocalizedMessage relative(Bound.Relative relative) {
        boolean increase = limit.threshold() instanceof Bound.Increase;
        String percent = plain(relative.percent()) + " %";
        return relative.atLeast() == 0
                ? LocalizedMessage.of(
                        increase ? "budget.calculation.above" : "budget.calculation.below",
                        breaching,
                        values.size(),
                        list(),
                        percent)
                : LocalizedMessage.of(
                        increase ? "budget.calculation.above.atLeast" : "budget.calculation.below.atLeast",
                        breaching,
                        values.size(),
                        list(),
                        percent,
                        MetricFormat.limit(limit.metric(), relative.atLeast()));
    }

    private LocalizedMessage list() {
        return LocalizedMessage.list(values.stream().map(this::shown).toList());
    }

    private LocalizedMessage shown(LimitValue one) {
        double measured = one.value().getAsDouble();
        String value = one.threshold(limit)
                .map(threshold -> MetricFormat.against(limit.metric(), measured, threshold.value()))
                .orElseGet(() -> MetricFormat.of(limit.metric(), measured));
        return one.baseline()
                .map(baseline -> relative(value, one, baseline))
                .orElseGet(() -> LocalizedMessage.verbatim(value));
    }

    private LocalizedMessage relative(String value, LimitValue one, Baseline baseline) {
        String threshold = one.threshold(limit)
                .map(fixed -> MetricFormat.limit(limit.metric(), fixed.value()))
                .orElse("?");
        return LocalizedMessage.of(
                "budget.calculation.relativeValue",
                value,
                MetricFormat.of(limit.metric(), baseline.value().orElse(0)),
                baseline.runs(),
                baseline.description(),
                threshold);
    }

    private Optional<LocalizedMessage> absence() {
        return evaluated.stream()
                .filter(one -> one.value().isEmpty())
                .findFirst()
                .map(LimitValue::absence);
    }
}
