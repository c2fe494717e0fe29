package dev.tidemark.dashboard;

import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Probe;
import java.time.ZoneId;
import java.util.List;

/**
 * What is to be drawn, as the address of a probe's page chooses it.
 *
 * @param with the series beside its own
 * @param zone of who looks
 */
record Wanted(Probe probe, LocationName location, Metric metric, List<Companion> with, TimeRange range, ZoneId zone) {

    Wanted {
        with = List.copyOf(with);
    }
}
