package dev.tidemark.scheduling.quartz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check: this node takes part in the schedule, and due slots start. Down when it cannot know. */
@Readiness
@ApplicationScoped
public class ScheduleHealthCheck implements HealthCheck {

    private final ScheduleProgressTask progress;
    private final ScheduleSettings settings;
    private final Clock clock;

    @Inject
    public ScheduleHealthCheck(ScheduleProgressTask progress, ScheduleSettings settings, Clock clock) {
        this.progress = progress;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> problem = progress.latest().problem(clock.instant());
        HealthCheckResponseBuilder response = HealthCheckResponse.named("schedule")
                .status(problem.isEmpty())
                .withData("location", settings.location().name());
        problem.ifPresent(reason -> response.withData("reason", reason));
        return response.build();
    }
}
