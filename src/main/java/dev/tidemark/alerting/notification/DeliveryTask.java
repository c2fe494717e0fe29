package dev.tidemark.alerting.notification;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Delivers due notifications every few seconds, on one thread per medium: a slow mail server delays neither probes nor webhooks. */
@ApplicationScoped
public class DeliveryTask {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final DeliveryWorker postman;
    private final PeriodicTasks rounds;

    @Inject
    public DeliveryTask(DeliveryWorker postman, PeriodicTasks rounds) {
        this.postman = postman;
        this.rounds = rounds;
    }

    void begin(@Observes Startup startup) {
        for (ChannelType medium : ChannelType.values()) {
            rounds.schedule(
                    PAUSE, "notifications cannot be delivered now; retrying soon", () -> postman.deliverDue(medium));
        }
    }
}
