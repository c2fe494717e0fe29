package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Objects;
import java.util.regex.Pattern;

/** The ID of a probe: lower-case letters, digits and hyphens, at most 64 characters; it never changes. */
public record ProbeId(String slug) implements Comparable<ProbeId> {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    /** Stands for the monitor itself where a probe is expected; no probe may have this ID. */
    public static final ProbeId MONITOR = new ProbeId("tidemark");

    public ProbeId {
        Objects.requireNonNull(slug, "slug");
        if (!isValid(slug)) {
            throw new InvalidValueException("validation.id.invalid", slug);
        }
    }

    public static boolean isValid(String slug) {
        return SLUG.matcher(slug).matches();
    }

    /** Whether it stands for the monitor itself, which has no page of a probe. */
    public boolean isMonitor() {
        return equals(MONITOR);
    }

    @Override
    public int compareTo(ProbeId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
