package dev.tidemark.model.probe;

import dev.tidemark.model.result.ProbeId;

/** Says whether there is such a probe, to rooms that do not look into definitions. */
@FunctionalInterface
public interface ProbeLookup {
    boolean knows(ProbeId id);
}
