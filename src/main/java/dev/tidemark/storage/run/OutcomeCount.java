package dev.tidemark.storage.run;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;

/** How many runs of a probe at a location ended that way. */
public record OutcomeCount(ProbeId probe, LocationName location, OutcomeType kind, long runs) {}
