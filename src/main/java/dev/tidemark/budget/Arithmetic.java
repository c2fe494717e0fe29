package dev.tidemark.budget;

import dev.tidemark.budget.Verdict.Kind;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** The line that lets a person check a verdict by hand. */
record Arithmetic(Limit limit, List<Reading> readings, List<Double> values, int breaching) {

    String line(Kind kind) {
        if (values.isEmpty()) {
            return "no value of " + limit.metric() + " yet" + absence();
        }
        String line = breaching + " of the last " + values.size() + runs() + beyond() + needed(kind) + ": " + list();
        return kind == Kind.UNKNOWN || values.size() < readings.size() ? line + absence() : line;
    }

    /** {@code 2610}, {@code 0.105}: as many digits as matter, never an exponent. */
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
        String unit = limit.metric().unit().symbol();
        String side = limit.bound() instanceof Bound.Max ? "over " : "under ";
        return side + plain(limit.bound().value()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private String needed(Kind kind) {
        return kind == Kind.BROKEN ? "" : " (broken from " + limit.breaches() + " of " + limit.of() + ")";
    }

    private String list() {
        return values.stream().map(Arithmetic::plain).collect(Collectors.joining(", "));
    }

    private String absence() {
        return readings.stream()
                .filter(one -> one.value().isEmpty())
                .findFirst()
                .map(one -> "; without a value: " + one.absence())
                .orElse(values.isEmpty() ? ": no run was OK" : "; too few runs to know");
    }
}
