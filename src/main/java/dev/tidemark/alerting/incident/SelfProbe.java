package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** The placeholder for a probe in incidents of self-monitoring. */
final class SelfProbe {

    static final ProbeId PROBE = ProbeId.MONITOR;

    private SelfProbe() {}

    static String name() {
        return LocalizedMessage.of("incident.self.name").toString();
    }
}
