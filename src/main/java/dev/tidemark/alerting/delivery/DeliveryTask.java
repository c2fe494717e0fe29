package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Delivers due notifications every few seconds, on one thread per channel type: a slow mail server delays neither probes nor webhooks. */
@ApplicationScoped
public class DeliveryTask {

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final DeliveryWorker worker;
    private final PeriodicTasks tasks;

    @Inject
    public DeliveryTask(DeliveryWorker worker, PeriodicTasks tasks) {
        this.worker = worker;
        this.tasks = tasks;
    }

    void onStartup(@Observes Startup startup) {
        for (ChannelType type : ChannelType.values()) {
            tasks.schedule(
                    INTERVAL, "notifications cannot be delivered now; retrying soon", () -> worker.deliverDue(type));
        }
    }
}
