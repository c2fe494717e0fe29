package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Objects;
import java.util.regex.Pattern;

/** The name of a location that runs checks, such as {@code default} or {@code frankfurt}: a slug of at most 64 characters. */
public record LocationName(String name) implements Comparable<LocationName> {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public static final LocationName DEFAULT = new LocationName("default");

    public LocationName {
        Objects.requireNonNull(name, "name");
        if (!SLUG.matcher(name).matches()) {
            throw new InvalidValueException("validation.location.invalid", name);
        }
    }

    @Override
    public int compareTo(LocationName other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
