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

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration REMINDING = Duration.ofSeconds(20);

    private final ProbeCatalog catalog;
    private final OrphanCloser withdrawal;
    private final Reminders reminders;
    private final SelfMonitoring ownFaults;
    private final Outbox outbox;
    private final Duration lettersKept;
    private final PeriodicTasks rounds;

    /** @param lettersKept retention of delivered notifications, {@code TIDEMARK_KEEP_NOTIFICATIONS} */
    @Inject
    IncidentCleanup(
            ProbeCatalog catalog,
            OrphanCloser withdrawal,
            Reminders reminders,
            SelfMonitoring ownFaults,
            Outbox outbox,
            @ConfigProperty(name = "tidemark.keep.notifications", defaultValue = "P30D") Duration lettersKept,
            PeriodicTasks rounds) {
        this.catalog = catalog;
        this.withdrawal = withdrawal;
        this.reminders = reminders;
        this.ownFaults = ownFaults;
        this.outbox = outbox;
        this.lettersKept = lettersKept;
        this.rounds = rounds;
    }

    void begin(@Observes Startup startup) {
        rounds.schedule(PAUSE, "maintenance of incidents failed; retrying soon", this::round);
        rounds.schedule(REMINDING, "reminders failed; retrying soon", this::remind);
    }

    /** Each incident in a separate transaction, so that a failure does not affect others. */
    private void remind() {
        reminders.open().forEach(reminders::remind);
    }

    private void round() {
        withdrawal.closeAllBut(monitored());
        withdrawal.deleteOldLogEntries();
        withdrawal.deleteOldNotifications(outbox, lettersKept);
        ownFaults.check();
    }

    /** Monitored probes and locations, as {@code probe@location}. */
    private Set<String> monitored() {
        return catalog.all().stream()
                .map(CatalogEntry::probe)
                .filter(Probe::enabled)
                .flatMap(probe -> probe.locations().stream().map(place -> probe.id() + "@" + place))
                .collect(Collectors.toSet());
    }
}
