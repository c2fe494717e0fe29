package dev.tidemark.history;

import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import java.time.Instant;
import java.util.Optional;

/** Which runs of a probe, newest first: planned from (inclusive) to (exclusive), of one outcome, at one location. */
public record RunQuery(
        ProbeId probe,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<OutcomeKind> outcome,
        Optional<LocationName> location,
        int limit,
        Optional<String> cursor) {}
