package dev.tidemark.scheduling.quartz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check: Quartz runs on this node. */
@Readiness
@ApplicationScoped
public class ScheduleHealthCheck implements HealthCheck {

    private final SchedulerLifecycle lifecycle;
    private final ScheduleSettings settings;

    @Inject
    public ScheduleHealthCheck(SchedulerLifecycle lifecycle, ScheduleSettings settings) {
        this.lifecycle = lifecycle;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schedule")
                .status(lifecycle.running().isPresent())
                .withData("location", settings.location().name())
                .build();
    }
}
