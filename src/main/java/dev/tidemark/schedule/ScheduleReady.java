package dev.tidemark.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: Quartz runs on this node, so that slots are taken. */
@Readiness
@ApplicationScoped
public class ScheduleReady implements HealthCheck {

    private final Conductor conductor;
    private final ScheduleSettings settings;

    protected ScheduleReady() {
        this(null, null);
    }

    @Inject
    public ScheduleReady(Conductor conductor, ScheduleSettings settings) {
        this.conductor = conductor;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schedule")
                .status(conductor.running().isPresent())
                .withData("location", settings.location().name())
                .build();
    }
}
