package dev.tidemark.reporting.status;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.storage.marker.Marker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Recent deploys. @param newest newest first */
record RecentDeploys(List<Marker> newest) {

    /** The latest deploy of a probe; empty without one. */
    Optional<ProbeStatus.Deploy> of(Probe probe, LocationName location) {
        return newest.stream()
                .filter(one -> one.isOf(probe.id(), probe.tags()))
                .findFirst()
                .map(one -> new ProbeStatus.Deploy(
                        one.title(),
                        one.at(),
                        "/compare?probe=" + probe.id() + "&location="
                                + URLEncoder.encode(location.name(), StandardCharsets.UTF_8) + "&around=" + one.at()));
    }
}
