package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The schedule's settings. */
@ApplicationScoped
public class ScheduleSettings {

    private final LocationName location;

    /** @param location location of this node, {@code TIDEMARK_LOCATION} */
    @Inject
    public ScheduleSettings(@ConfigProperty(name = "tidemark.location", defaultValue = "default") String location) {
        this.location = new LocationName(location);
    }

    LocationName location() {
        return location;
    }
}
