package dev.tidemark.config.catalog;

import dev.tidemark.model.probe.Probe;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.Optional;

/**
 * A probe in the catalog.
 *
 * @param version incremented with each change; see {@link #tag()}
 * @param file the file in the probes directory that defines the probe, which is then read-only elsewhere; empty: defined on a
 *     page or through the API
 */
public record CatalogEntry(Probe probe, long version, Optional<String> file, Instant changedAt) {

    /** The ETag of the API. */
    public EntityTag tag() {
        return new EntityTag(String.valueOf(version));
    }
}
