package dev.tidemark.reporting.status;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;

/** A probe at a location. */
record ProbeLocation(ProbeId probe, LocationName location) {}
