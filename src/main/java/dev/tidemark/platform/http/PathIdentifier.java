package dev.tidemark.platform.http;

import java.util.Optional;
import java.util.UUID;

/** An id as somebody wrote it into an address or a form. */
public final class PathIdentifier {

    private PathIdentifier() {}

    /** Empty for what is no UUID (RFC 9562): nothing has it as its id. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
