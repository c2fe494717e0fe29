package dev.tidemark.budget;

import dev.tidemark.probe.Limit;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a limit comes to: kept, broken, or unknown (too little data, our own fault): never a guess.
 *
 * @param value what was compared with the bound: the newest value that breaks it when broken, else the newest; none when
 *     there is none
 * @param breaching how many of the counted runs break the bound
 * @param counted how many runs had a value
 * @param arithmetic one line that a person can check: "3 of the last 3 runs over 2500 ms: 2610, 2700, 2555"
 */
public record Verdict(Limit limit, Kind kind, OptionalDouble value, int breaching, int counted, String arithmetic) {

    public Verdict {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(arithmetic, "arithmetic");
    }

    public boolean isBroken() {
        return kind == Kind.BROKEN;
    }

    public enum Kind {
        KEPT,
        BROKEN,
        UNKNOWN
    }
}
