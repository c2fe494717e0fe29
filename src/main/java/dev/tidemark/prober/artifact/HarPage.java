package dev.tidemark.prober.artifact;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Page information of a HAR file.
 *
 * @param startedAt navigation start
 * @param origin the same instant in seconds of the DevTools clock
 * @param domContentLoadedMillis and {@code loadMillis}: ms from navigation start
 */
public record HarPage(
        String title,
        Instant startedAt,
        double origin,
        OptionalDouble domContentLoadedMillis,
        OptionalDouble loadMillis) {}
