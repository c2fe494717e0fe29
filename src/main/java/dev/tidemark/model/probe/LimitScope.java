package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a limit applies, where it is defined, and its target.
 *
 * @param locations the number of locations that must be over budget; empty: each location is evaluated on its own
 * @param profile the limit applies only to probes with the profile of this name
 * @param target in the metric's unit: a stricter value that is shown but not evaluated
 * @param origin where the limit is defined: {@code preset saas-web}, {@code import budget.json}; empty: in the probe
 */
public record LimitScope(OptionalInt locations, Optional<String> profile, OptionalDouble target, String origin) {

    public static final LimitScope NONE =
            new LimitScope(OptionalInt.empty(), Optional.empty(), OptionalDouble.empty(), "");

    static final int MAX_ORIGIN_LENGTH = 100;

    public LimitScope {
        Objects.requireNonNull(profile, "profile");
        if (locations.isPresent() && (locations.getAsInt() < 2 || locations.getAsInt() > 100)) {
            throw new InvalidValueException("validation.locations.range", locations.getAsInt());
        }
        if (target.isPresent() && !(target.getAsDouble() >= 0 && Double.isFinite(target.getAsDouble()))) {
            throw new InvalidValueException("validation.target.negative");
        }
        if (origin.length() > MAX_ORIGIN_LENGTH) {
            throw new InvalidValueException("validation.origin.length", MAX_ORIGIN_LENGTH);
        }
    }

    /** The same scope with another origin. */
    public LimitScope withOrigin(String other) {
        return new LimitScope(locations, profile, target, other);
    }

    /** The parts that affect the evaluation. */
    String key() {
        return (locations.isPresent() ? " at " + locations.getAsInt() : "")
                + profile.map(name -> " for " + name).orElse("");
    }
}
