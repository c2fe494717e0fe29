package dev.tidemark.reporting.status;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Loads the statuses twice a minute, so that this node can show them when the database is unavailable. */
@ApplicationScoped
public class StatusRefresh {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final PeriodicTasks tasks;
    private final StatusService statuses;

    @Inject
    public StatusRefresh(PeriodicTasks tasks, StatusService statuses) {
        this.tasks = tasks;
        this.statuses = statuses;
    }

    void begin(@Observes Startup startup) {
        tasks.schedule(PAUSE, "Loading the current statuses failed; retrying shortly", statuses::all);
    }
}
