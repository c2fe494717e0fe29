package dev.tidemark.analysis.budget;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** The line that lets a person check a verdict by hand. */
record VerdictExplanation(Limit limit, List<LimitValue> readings, List<LimitValue> values, int breaching) {

    String line(VerdictKind kind) {
        if (values.isEmpty()) {
            return "no value of " + limit.metric() + " yet" + absence();
        }
        String line = breaching + " of the last " + values.size() + runs() + beyond() + needed(kind) + ": " + list();
        return kind == VerdictKind.UNKNOWN || values.size() < readings.size() ? line + absence() : line;
    }

    /** {@code 8}, {@code 0.5}: as many digits as matter, never an exponent. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(value < 10 ? 3 : 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String runs() {
        return values.size() == 1 ? " run " : " runs ";
    }

    private String beyond() {
        if (limit.bound() instanceof Bound.Relative relative) {
            String away = limit.bound() instanceof Bound.Increase ? "over" : "under";
            String least =
                    relative.atLeast() == 0 ? "" : " and " + MetricFormat.limit(limit.metric(), relative.atLeast());
            return MetricFormat.percent(relative.percent()) + least + " " + away + " what was usual";
        }
        Bound.Fixed fixed = (Bound.Fixed) limit.bound();
        String side = limit.bound() instanceof Bound.Max ? "over " : "under ";
        return side + MetricFormat.limit(limit.metric(), fixed.value());
    }

    private String needed(VerdictKind kind) {
        return kind == VerdictKind.FAIL ? "" : " (broken from " + limit.breaches() + " of " + limit.of() + ")";
    }

    private String list() {
        return values.stream().map(this::shown).collect(Collectors.joining(", "));
    }

    private String shown(LimitValue one) {
        double measured = one.value().getAsDouble();
        String value = one.bound(limit)
                .map(bound -> MetricFormat.against(limit.metric(), measured, bound.value()))
                .orElseGet(() -> MetricFormat.of(limit.metric(), measured));
        return one.usual().isEmpty()
                ? value
                : value + " (" + usual(one, one.usual().get()) + ")";
    }

    private String usual(LimitValue one, Baseline usual) {
        String bound = one.bound(limit)
                .map(fixed -> MetricFormat.limit(limit.metric(), fixed.value()))
                .orElse("?");
        String side = limit.bound() instanceof Bound.Increase ? "at most " : "at least ";
        return "usual " + MetricFormat.of(limit.metric(), usual.value().orElse(0)) + " from " + usual.runs() + " runs "
                + usual.from() + ", " + side + bound;
    }

    private String absence() {
        return readings.stream()
                .filter(one -> one.value().isEmpty())
                .findFirst()
                .map(one -> "; without a value: " + one.absence())
                .orElse(values.isEmpty() ? ": no run was OK" : "; too few runs to know");
    }
}
