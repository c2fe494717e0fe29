package dev.tidemark.web.budget;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** The uptime as shown on the page of a probe. */
@Named
@RequestScoped
public class UptimeView {

    private final AvailabilityReader availabilities;
    private Availability found;

    @Inject
    public UptimeView(AvailabilityReader availabilities) {
        this.availabilities = availabilities;
    }

    /** Reads once per request. */
    public Availability of(Probe probe, String location, Instant from, Instant to) {
        if (found == null) {
            found = availabilities.of(probe, new LocationName(location), new Interval(from, to));
        }
        return found;
    }
}
