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

/** Once a minute: closes incidents of what nobody watches any more, and lets old entries of the log go. */
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

    protected IncidentCleanup() {
        this(null, null, null, null, null, Duration.ZERO, null);
    }

    /** @param lettersKept how long letters that arrived are kept, {@code TIDEMARK_KEEP_NOTIFICATIONS} */
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
        rounds.every(PAUSE, "incidents cannot be tidied up now; tried again soon", this::round);
        rounds.every(REMINDING, "nobody can be reminded now; tried again soon", this::remind);
    }

    /** Each incident in a transaction of its own: one that fails keeps no other waiting. */
    private void remind() {
        reminders.open().forEach(reminders::remind);
    }

    private void round() {
        withdrawal.closeAllBut(watched());
        withdrawal.forgetOldDecisions();
        withdrawal.forgetOldLetters(outbox, lettersKept);
        ownFaults.look();
    }

    /** What is watched, as {@code probe@location}. */
    private Set<String> watched() {
        return catalog.all().stream()
                .map(CatalogEntry::probe)
                .filter(Probe::enabled)
                .flatMap(probe -> probe.locations().stream().map(place -> probe.id() + "@" + place))
                .collect(Collectors.toSet());
    }
}
