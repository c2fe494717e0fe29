package dev.tidemark.history;

import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;

/** How many runs of a probe at a location ended that way. */
public record OutcomeCount(ProbeId probe, LocationName location, OutcomeKind kind, long runs) {}
