package dev.tidemark.storage.run;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which runs of a probe, newest first: planned from (inclusive) to (exclusive), of one outcome, at one location.
 *
 * @param countedOnly leaves out runs that fell into maintenance
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

    /** The same without runs that fell into maintenance. */
    public RunQuery counted() {
        return new RunQuery(probe, from, to, outcome, location, limit, cursor, true);
    }
}
