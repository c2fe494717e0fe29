package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a limit holds, where it comes from, and what would be better still.
 *
 * @param locations how many locations must be over budget; empty: each location is evaluated on its own
 * @param profile holds only for probes with the profile of this name
 * @param target in the metric's unit: a second, softer line that is shown and never judged
 * @param origin where it comes from, in words: {@code preset saas-web}, {@code import budget.json}; empty: the probe itself
 */
public record LimitScope(OptionalInt locations, Optional<String> profile, OptionalDouble target, String origin) {

    public static final LimitScope NONE =
            new LimitScope(OptionalInt.empty(), Optional.empty(), OptionalDouble.empty(), "");

    private static final int LONGEST_ORIGIN = 100;

    public LimitScope {
        Objects.requireNonNull(profile, "profile");
        if (locations.isPresent() && (locations.getAsInt() < 2 || locations.getAsInt() > 100)) {
            throw new InvalidValueException("validation.locations.range", locations.getAsInt());
        }
        if (target.isPresent() && !(target.getAsDouble() >= 0 && Double.isFinite(target.getAsDouble()))) {
            throw new InvalidValueException("validation.target.negative");
        }
        if (origin.length() > LONGEST_ORIGIN) {
            throw new InvalidValueException("validation.origin.length", LONGEST_ORIGIN);
        }
    }

    /** The same, from somewhere else. */
    public LimitScope withOrigin(String other) {
        return new LimitScope(locations, profile, target, other);
    }

    /** What of it is judged. */
    String key() {
        return (locations.isPresent() ? " at " + locations.getAsInt() : "")
                + profile.map(name -> " for " + name).orElse("");
    }
}
