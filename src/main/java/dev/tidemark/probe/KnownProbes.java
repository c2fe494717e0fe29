package dev.tidemark.probe;

import dev.tidemark.observation.ProbeId;

/** Says whether there is such a probe, to rooms that do not look into definitions. */
@FunctionalInterface
public interface KnownProbes {
    boolean knows(ProbeId id);
}
