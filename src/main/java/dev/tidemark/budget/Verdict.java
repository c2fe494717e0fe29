package dev.tidemark.budget;

import dev.tidemark.probe.Limit;
import java.util.OptionalDouble;

/**
 * What a limit comes to: kept, broken, or unknown (too little data, our own fault): never a guess.
 *
 * @param value what was compared with the bound; none when unknown
 * @param arithmetic one line that a person can check: "3 of the last 3 runs over 2500 ms: 2610, 2700, 2555"
 */
public record Verdict(Limit limit, Kind kind, OptionalDouble value, String arithmetic) {

    public enum Kind {
        KEPT,
        BROKEN,
        UNKNOWN
    }
}
