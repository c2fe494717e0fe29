package dev.tidemark.model.probe;

import dev.tidemark.model.result.ProbeId;

/** Tests whether a probe exists, for packages that do not use definitions. */
@FunctionalInterface
public interface ProbeLookup {
    boolean exists(ProbeId id);
}
