package dev.tidemark.analysis.budget;

import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The verdict of a limit: within budget, over budget, or unknown (too little data, or a monitor failure).
 *
 * @param value the value compared with the threshold: the newest violating value if over budget, else the newest one
 * @param breaching number of counted runs that violate the threshold
 * @param counted number of runs with a value
 * @param calculation the calculation: "3 of the last 3 runs over 2.5 s: 2.6 s, 2.7 s, 2.56 s"
 * @param threshold the threshold; for a relative limit it is derived from the baseline, and absent without one
 * @param values of the counted runs, newest first
 */
public record Verdict(
        Limit limit,
        VerdictKind kind,
        OptionalDouble value,
        int breaching,
        int counted,
        LocalizedMessage calculation,
        Optional<Bound.Fixed> threshold,
        List<Double> values) {

    public Verdict {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(calculation, "calculation");
        Objects.requireNonNull(threshold, "threshold");
        values = List.copyOf(values);
    }

    /** A verdict without a list of values. */
    public Verdict(
            Limit limit,
            VerdictKind kind,
            OptionalDouble value,
            int breaching,
            int counted,
            LocalizedMessage calculation) {
        this(limit, kind, value, breaching, counted, calculation, limit.fixedThreshold(), List.of());
    }

    static Verdict unknown(Limit limit, LocalizedMessage calculation) {
        return new Verdict(limit, VerdictKind.UNKNOWN, OptionalDouble.empty(), 0, 0, calculation);
    }

    public boolean isOverBudget() {
        return kind == VerdictKind.FAIL;
    }

    /** The same verdict with another explanation. */
    Verdict withCalculation(LocalizedMessage calculation) {
        return new Verdict(limit, kind, value, breaching, counted, calculation, threshold, values);
    }

    public enum VerdictKind {
        PASS,
        FAIL,
        UNKNOWN
    }
}
