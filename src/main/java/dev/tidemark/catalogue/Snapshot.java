package dev.tidemark.catalogue;

import dev.tidemark.observation.ProbeId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue at a revision, so that asking again costs no parsing. */
record Snapshot(long revision, List<CatalogEntry> entries, Map<ProbeId, CatalogEntry> byId, SharedLimits shared) {

    static final Snapshot NONE = of(-1, List.of(), SharedLimits.NONE);

    static Snapshot of(long revision, List<CatalogEntry> entries, SharedLimits shared) {
        return new Snapshot(
                revision,
                entries,
                entries.stream().collect(Collectors.toMap(entry -> entry.probe().id(), Function.identity())),
                shared);
    }
}
