package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.ProbeId;

/** How the monitor itself is named where a probe would be. */
final class SelfProbe {

    static final ProbeId PROBE = ProbeId.OURSELVES;
    static final String NAME = "Tidemark itself";

    private SelfProbe() {}
}
