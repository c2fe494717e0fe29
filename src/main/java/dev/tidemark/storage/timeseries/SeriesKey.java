package dev.tidemark.storage.timeseries;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import java.util.Optional;

/**
 * Identifies the values of one metric of a probe.
 *
 * @param location empty: all locations together
 */
public record SeriesKey(ProbeId probe, Optional<LocationName> location, Metric metric) {
    public SeriesKey(ProbeId probe, LocationName location, Metric metric) {
        this(probe, Optional.of(location), metric);
    }

    /** The values at the probe and location of a slot. */
    public SeriesKey(Slot slot, Metric metric) {
        this(slot.probe(), slot.location(), metric);
    }

    /** The values at all locations. */
    public SeriesKey(ProbeId probe, Metric metric) {
        this(probe, Optional.empty(), metric);
    }
}
