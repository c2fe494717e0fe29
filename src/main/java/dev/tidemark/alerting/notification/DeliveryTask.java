package dev.tidemark.alerting.notification;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sends the postman on his rounds every few seconds, on a thread for each medium: a slow mail server delays no probe and no webhook. */
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
            rounds.every(PAUSE, "letters cannot be delivered now; tried again soon", () -> postman.deliverDue(medium));
        }
    }
}
