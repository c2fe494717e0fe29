package dev.tidemark.platform.http;

import java.util.Optional;
import java.util.UUID;

/** An ID from a URL or a form. */
public final class PathIdentifier {

    private PathIdentifier() {}

    /** Empty for anything that is not a UUID (RFC 9562). */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
