package dev.tidemark.storage.marker;

import dev.tidemark.model.result.ProbeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An annotation in the format of the API. */
public record MarkerDocument(
        String id,
        String kind,
        Instant at,
        Optional<String> probe,
        Optional<String> tag,
        String title,
        Optional<String> link,
        String by) {

    /** @param next cursor of the next page */
    public record MarkerList(List<MarkerDocument> items, Optional<String> next) {}

    static MarkerDocument of(Marker marker) {
        return new MarkerDocument(
                marker.id().toString(),
                marker.kind().label(),
                marker.at(),
                marker.probe().map(ProbeId::slug),
                marker.tag(),
                marker.title(),
                marker.link(),
                marker.by());
    }
}
