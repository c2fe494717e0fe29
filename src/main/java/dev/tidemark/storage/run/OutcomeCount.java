package dev.tidemark.storage.run;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;

/** The number of runs of a probe at a location with an outcome. */
public record OutcomeCount(ProbeId probe, LocationName location, OutcomeType kind, long runs) {}
