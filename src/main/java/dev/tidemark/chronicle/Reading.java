package dev.tidemark.chronicle;

import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The chronicle of the one probe and span that a page is about: whatever stands on it, it is read once. */
@RequestScoped
public class Reading {

    private final Chronicle chronicle;
    private List<Happening> happened;

    protected Reading() {
        this(null);
    }

    @Inject
    public Reading(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** As {@link Chronicle#of}. */
    public List<Happening> of(Probe probe, LocationName location, Instant from, Instant to) {
        if (happened == null) {
            happened = chronicle.of(probe, location, from, to);
        }
        return happened;
    }
}
