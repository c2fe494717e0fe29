package dev.tidemark.config.catalog;

import dev.tidemark.model.probe.Probe;
import java.time.Instant;
import java.util.Optional;

/**
 * A probe as the catalogue keeps it.
 *
 * @param version grows by one with each edit; the API's ETag
 * @param file the file under the probes directory that defines it, which makes it read-only elsewhere; none: from page or API
 */
public record CatalogEntry(Probe probe, long version, Optional<String> file, Instant changedAt) {}
