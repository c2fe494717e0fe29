package dev.tidemark.config.catalog;

import dev.tidemark.model.result.ProbeId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalog at a revision, cached to avoid parsing. */
record CatalogSnapshot(
        long revision, List<CatalogEntry> entries, Map<ProbeId, CatalogEntry> byId, SharedLimits shared) {

    static final CatalogSnapshot NONE = of(-1, List.of(), SharedLimits.NONE);

    static CatalogSnapshot of(long revision, List<CatalogEntry> entries, SharedLimits shared) {
        return new CatalogSnapshot(
                revision,
                entries,
                entries.stream().collect(Collectors.toMap(entry -> entry.probe().id(), Function.identity())),
                shared);
    }
}
