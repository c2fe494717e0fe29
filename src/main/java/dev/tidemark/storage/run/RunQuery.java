package dev.tidemark.storage.run;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import java.time.Instant;
import java.util.Optional;

/**
 * Selects runs of a probe, newest first.
 *
 * @param from inclusive, by planned time
 * @param to exclusive, by planned time
 * @param countedOnly excludes runs in maintenance
 */
public record RunQuery(
        ProbeId probe,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<OutcomeType> outcome,
        Optional<LocationName> location,
        int limit,
        Optional<String> cursor,
        boolean countedOnly) {

    public RunQuery(
            ProbeId probe,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<OutcomeType> outcome,
            Optional<LocationName> location,
            int limit,
            Optional<String> cursor) {
        this(probe, from, to, outcome, location, limit, cursor, false);
    }

    /** The same query, without runs in maintenance. */
    public RunQuery counted() {
        return new RunQuery(probe, from, to, outcome, location, limit, cursor, true);
    }
}
