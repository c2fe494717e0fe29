package dev.tidemark.alert;

import dev.tidemark.observation.ProbeId;

/** How the monitor itself is named where a probe would be. */
final class Own {

    static final ProbeId PROBE = ProbeId.OURSELVES;
    static final String NAME = "Tidemark itself";

    private Own() {}
}
