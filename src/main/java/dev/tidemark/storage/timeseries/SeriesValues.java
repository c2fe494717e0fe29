package dev.tidemark.storage.timeseries;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.util.List;

/** The values of a probe at a location over time, oldest first. */
public record SeriesValues(ProbeId probe, LocationName location, List<StepValues> steps) {
    public SeriesValues {
        steps = List.copyOf(steps);
    }
}
