package dev.tidemark.reporting.status;

import java.time.Instant;
import java.util.List;

/** The statuses of all probes as of an instant, worst first. */
public record KnownStatuses(Instant at, List<ProbeStatus> statuses) {

    public KnownStatuses {
        statuses = List.copyOf(statuses);
    }
}
