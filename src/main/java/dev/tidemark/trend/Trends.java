package dev.tidemark.trend;

import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The door to series. */
@ApplicationScoped
public class Trends {

    /** One point per step that has runs, oldest first; steps begin at multiples of the step since the epoch (UTC). */
    public Series series(
            ProbeId probe,
            Optional<LocationName> location,
            Metric metric,
            Statistic statistic,
            Instant from,
            Instant to,
            Duration step) {
        throw new UnsupportedOperationException();
    }
}
