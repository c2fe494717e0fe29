package dev.tidemark.model.probe;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a limit holds, where it comes from, and what would be better still.
 *
 * @param locations at how many locations it must be broken; empty: each location stands for itself
 * @param profile holds only for probes with the profile of this name
 * @param target in the metric's unit: a second, softer line that is shown and never judged
 * @param origin where it comes from, in words: {@code preset saas-web}, {@code import budget.json}; empty: the probe itself
 */
public record LimitScope(OptionalInt locations, Optional<String> profile, OptionalDouble target, String origin) {

    public static final LimitScope NONE = new LimitScope(OptionalInt.empty(), Optional.empty(), OptionalDouble.empty(), "");

    private static final int LONGEST_ORIGIN = 100;

    public LimitScope {
        Objects.requireNonNull(profile, "profile");
        if (locations.isPresent() && (locations.getAsInt() < 2 || locations.getAsInt() > 100)) {
            throw new IllegalArgumentException("locations " + locations.getAsInt()
                    + " must be 2 to 100; leave it out where each location stands for itself");
        }
        if (target.isPresent() && !(target.getAsDouble() >= 0 && Double.isFinite(target.getAsDouble()))) {
            throw new IllegalArgumentException("target must be a number from 0 on");
        }
        if (origin.length() > LONGEST_ORIGIN) {
            throw new IllegalArgumentException("origin must have at most " + LONGEST_ORIGIN + " characters");
        }
    }

    /** The same, from somewhere else. */
    public LimitScope from(String other) {
        return new LimitScope(locations, profile, target, other);
    }

    /** What of it is judged. */
    String key() {
        return (locations.isPresent() ? " at " + locations.getAsInt() : "")
                + profile.map(name -> " for " + name).orElse("");
    }
}
