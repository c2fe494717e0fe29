package dev.tidemark.storage.marker;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Selects annotations, newest first.
 *
 * @param probe only annotations that belong to it: by ID, by tag, or to all probes
 * @param tags of that probe
 * @param from inclusive
 * @param to exclusive
 * @param cursor the last annotation of the page before
 */
public record MarkerQuery(
        Optional<ProbeId> probe,
        List<String> tags,
        Optional<Marker.Kind> kind,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit,
        Optional<UUID> cursor) {

    public MarkerQuery {
        tags = List.copyOf(tags);
    }

    /** The newest annotations. */
    public static MarkerQuery newest(int limit) {
        return new MarkerQuery(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit,
                Optional.empty());
    }

    /** The newest deploys of all probes. */
    public static MarkerQuery deploys(Interval interval) {
        return new MarkerQuery(
                Optional.empty(),
                List.of(),
                Optional.of(Marker.Kind.DEPLOY),
                Optional.of(interval.from()),
                Optional.of(interval.to()),
                Markers.MAX_MARKERS,
                Optional.empty());
    }

    /** The annotations of a probe with these tags. */
    static MarkerQuery of(ProbeId probe, List<String> tags) {
        return new MarkerQuery(
                Optional.of(probe),
                tags,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Markers.MAX_MARKERS,
                Optional.empty());
    }

    MarkerQuery within(Interval interval) {
        return new MarkerQuery(
                probe, tags, kind, Optional.of(interval.from()), Optional.of(interval.to()), limit, cursor);
    }

    MarkerQuery of(Optional<Marker.Kind> only) {
        return new MarkerQuery(probe, tags, only, from, to, limit, cursor);
    }

    MarkerQuery after(Optional<UUID> last) {
        return new MarkerQuery(probe, tags, kind, from, to, limit, last);
    }

    MarkerQuery before(Instant end, Marker.Kind only) {
        return new MarkerQuery(probe, tags, Optional.of(only), from, Optional.of(end), 1, cursor);
    }
}
