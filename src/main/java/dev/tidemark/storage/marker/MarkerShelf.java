package dev.tidemark.storage.marker;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stretch of the markers, newest first.
 *
 * @param newer the marker of which those ahead are newer than these; empty when there are none
 * @param older the marker of which those behind are older than these; empty when there are none
 */
public record MarkerShelf(List<Marker> items, Optional<UUID> newer, Optional<UUID> older) {
    public MarkerShelf {
        items = List.copyOf(items);
    }
}
