package dev.tidemark.analysis.budget;

import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a limit comes to: kept, broken, or unknown (too little data, our own fault): never a guess.
 *
 * @param value what was compared with the bound: the newest value that breaks it when broken, else the newest; none when
 *     there is none
 * @param breaching how many of the counted runs break the bound
 * @param counted how many runs had a value
 * @param arithmetic one line that a person can check: "3 of the last 3 runs over 2.5 s: 2.6 s, 2.7 s, 2.56 s"
 * @param bound what the value was held against; of a relative limit what followed from what was usual, none without that
 * @param values of the counted runs, newest first
 */
public record Verdict(
        Limit limit,
        VerdictKind kind,
        OptionalDouble value,
        int breaching,
        int counted,
        String arithmetic,
        Optional<Bound.Fixed> bound,
        List<Double> values) {

    public Verdict {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(arithmetic, "arithmetic");
        Objects.requireNonNull(bound, "bound");
        values = List.copyOf(values);
    }

    /** One whose values are told by the arithmetic alone. */
    public Verdict(Limit limit, VerdictKind kind, OptionalDouble value, int breaching, int counted, String arithmetic) {
        this(limit, kind, value, breaching, counted, arithmetic, limit.fixed(), List.of());
    }

    static Verdict unknown(Limit limit, String why) {
        return new Verdict(limit, VerdictKind.UNKNOWN, OptionalDouble.empty(), 0, 0, why);
    }

    public boolean isOverBudget() {
        return kind == VerdictKind.FAIL;
    }

    /** The same, told in other words. */
    Verdict saying(String line) {
        return new Verdict(limit, kind, value, breaching, counted, line, bound, values);
    }

    public enum VerdictKind {
        PASS,
        FAIL,
        UNKNOWN
    }
}
