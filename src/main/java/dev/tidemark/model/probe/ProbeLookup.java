package dev.tidemark.model.probe;

import dev.tidemark.model.result.ProbeId;

/** Tests whether a probe exists, for packages that do not need its definition. */
@FunctionalInterface
public interface ProbeLookup {
    boolean exists(ProbeId id);
}
