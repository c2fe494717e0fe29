package dev.tidemark.chronicle;

import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chronicle as a page needs it in several places: each stretch of it is read once. */
@RequestScoped
public class Reading {

    private final Chronicle chronicle;
    private final Map<Stretch, List<Happening>> known = new HashMap<>();

    private record Stretch(ProbeId probe, LocationName location, Instant from, Instant to) {}

    protected Reading() {
        this(null);
    }

    @Inject
    public Reading(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** As {@link Chronicle#of}. */
    public List<Happening> of(Probe probe, LocationName location, Instant from, Instant to) {
        return known.computeIfAbsent(
                new Stretch(probe.id(), location, from, to), none -> chronicle.of(probe, location, from, to));
    }
}
