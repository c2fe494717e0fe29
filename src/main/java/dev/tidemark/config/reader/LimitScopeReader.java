package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.LimitScope;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the scope of a limit, its target and its origin. */
final class LimitScopeReader {

    private static final Pattern QUORUM = Pattern.compile("(\\d{1,3})(?:\\s+of\\s+(\\d{1,3}))?");

    private final ValidationErrors errors;
    private final OptionalInt locations;

    /** @param locations the number of locations of the probe; empty when the limit does not belong to a single probe */
    LimitScopeReader(ValidationErrors errors, OptionalInt locations) {
        this.errors = errors;
        this.locations = locations;
    }

    LimitScope read(MappingReader section) {
        OptionalInt quorum = section.parsed("locations", this::quorum).orElse(OptionalInt.empty());
        Optional<String> profile = section.parsed("profile", LimitScopeReader::profile);
        Optional<Double> target = section.number("target");
        String origin = section.text("origin").orElse("");
        return errors.tryCreate(
                        section.placeOf(section.has("locations") ? "locations" : "target"),
                        () -> new LimitScope(
                                quorum, profile, target.map(OptionalDouble::of).orElse(OptionalDouble.empty()), origin))
                .orElse(LimitScope.NONE);
    }

    /** Parses {@code 2 of 3} or {@code 2}. */
    private OptionalInt quorum(String text) {
        Matcher quorum = QUORUM.matcher(text.strip());
        if (!quorum.matches()) {
            throw new InvalidValueException("validation.locations.quorum", text);
        }
        int enough = Integer.parseInt(quorum.group(1));
        int all = quorum.group(2) == null ? locations.orElse(enough) : Integer.parseInt(quorum.group(2));
        if (enough > all || locations.isPresent() && locations.getAsInt() != all) {
            throw locations.isPresent()
                    ? new InvalidValueException("validation.locations.count", text, locations.getAsInt())
                    : new InvalidValueException("validation.locations.tooMany", text, all);
        }
        return OptionalInt.of(enough);
    }

    /** Any name is accepted, as a probe may define a profile with its own values. */
    private static String profile(String name) {
        if (name.isBlank() || name.length() > 50) {
            throw new InvalidValueException("validation.profile.length");
        }
        return name.strip();
    }
}
