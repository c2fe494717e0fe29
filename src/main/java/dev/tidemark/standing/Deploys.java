package dev.tidemark.standing;

import dev.tidemark.marker.Marker;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Probe;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The deploys of the last days. @param newest the newest first */
record Deploys(List<Marker> newest) {

    /** The newest one of a probe, if any. */
    Optional<Standing.Deploy> of(Probe probe, LocationName location) {
        return newest.stream()
                .filter(one -> one.isOf(probe.id(), probe.tags()))
                .findFirst()
                .map(one -> new Standing.Deploy(
                        one.title(),
                        one.at(),
                        "/compare?probe=" + probe.id() + "&location="
                                + URLEncoder.encode(location.name(), StandardCharsets.UTF_8) + "&around=" + one.at()));
    }
}
