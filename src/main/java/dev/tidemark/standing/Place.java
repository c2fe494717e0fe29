package dev.tidemark.standing;

import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;

/** A probe at a location. */
record Place(ProbeId probe, LocationName location) {}
