package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Periodic tasks: closes incidents of probes that are no longer monitored, deletes old log entries, sends reminders. */
@ApplicationScoped
public class IncidentCleanup {

    private static final Duration CLEANUP_INTERVAL = Duration.ofMinutes(1);
    private static final Duration REMINDER_INTERVAL = Duration.ofSeconds(20);

    private final ProbeCatalog catalog;
    private final OrphanCloser orphanCloser;
    private final Reminders reminders;
    private final SelfMonitoring selfMonitoring;
    private final Outbox outbox;
    private final Duration notificationRetention;
    private final PeriodicTasks tasks;

    /** @param notificationRetention retention of delivered notifications, {@code TIDEMARK_KEEP_NOTIFICATIONS} */
    @Inject
    IncidentCleanup(
            ProbeCatalog catalog,
            OrphanCloser orphanCloser,
            Reminders reminders,
            SelfMonitoring selfMonitoring,
            Outbox outbox,
            @ConfigProperty(name = "tidemark.keep.notifications", defaultValue = "P30D") Duration notificationRetention,
            PeriodicTasks tasks) {
        this.catalog = catalog;
        this.orphanCloser = orphanCloser;
        this.reminders = reminders;
        this.selfMonitoring = selfMonitoring;
        this.outbox = outbox;
        this.notificationRetention = notificationRetention;
        this.tasks = tasks;
    }

    void onStartup(@Observes Startup startup) {
        tasks.schedule(CLEANUP_INTERVAL, "maintenance of incidents failed; retrying soon", this::cleanUp);
        tasks.schedule(REMINDER_INTERVAL, "reminders failed; retrying soon", this::remind);
    }

    /** Each incident in a separate transaction, so that a failure does not affect others. */
    private void remind() {
        reminders.open().forEach(reminders::remind);
    }

    private void cleanUp() {
        orphanCloser.closeAllBut(monitored());
        orphanCloser.deleteOldLogEntries();
        orphanCloser.deleteOldNotifications(outbox, notificationRetention);
        selfMonitoring.check();
    }

    /** Monitored probes and locations, as {@code probe@location}. */
    private Set<String> monitored() {
        return catalog.all().stream()
                .map(CatalogEntry::probe)
                .filter(Probe::enabled)
                .flatMap(probe -> probe.locations().stream().map(location -> probe.id() + "@" + location))
                .collect(Collectors.toSet());
    }
}
