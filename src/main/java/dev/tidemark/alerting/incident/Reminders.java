package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipient;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells again of what stays open, and tells others when nobody looks after it. The incident's row is locked meanwhile. */
@ApplicationScoped
public class Reminders {

    private final IncidentStore store;
    private final Outbox outbox;
    private final RecipientResolver audience;
    private final ProbeCatalog catalog;
    private final MaintenanceSchedule maintenance;
    private final Clock clock;

    @Inject
    Reminders(
            IncidentStore store,
            Outbox outbox,
            RecipientResolver audience,
            ProbeCatalog catalog,
            MaintenanceSchedule maintenance,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.audience = audience;
        this.catalog = catalog;
        this.maintenance = maintenance;
        this.clock = clock;
    }

    @Transactional
    public List<UUID> open() {
        return store.allOpen();
    }

    /** What is due for one incident now. Nothing while somebody has acknowledged it, or its probe is in maintenance. */
    @Transactional
    public void remind(UUID id) {
        Instant now = clock.instant();
        Optional<IncidentEntity> open = store.open(id).filter(one -> !one.isSilenced(now));
        if (open.isEmpty()) {
            return;
        }
        Incident incident = open.get().toRecord();
        Optional<Probe> probe = catalog.find(incident.probe()).map(CatalogEntry::probe);
        if (probe.filter(one -> maintenance.covers(one.id(), one.tags(), now)).isPresent()) {
            return;
        }
        ResolvedRecipients told = incident.concern() == IncidentType.OPERATION
                ? audience.operators()
                : audience.resolve(probe.map(Probe::recipients).orElse(List.of()));
        String url = probe.map(one -> one.target().shownUrl()).orElse("");
        Map<String, Instant> last = outbox.lastToldOf(id);
        told.lists().forEach(list -> escalate(open.get(), incident, list, last, url));
        List<ResolvedRecipient> due =
                told.all().stream().filter(one -> isDue(one, last, now)).toList();
        if (!due.isEmpty()) {
            tell(open.get(), incident, "still " + incident.headline(), due, url);
        }
    }

    private static boolean isDue(ResolvedRecipient one, Map<String, Instant> last, Instant now) {
        Optional<Duration> every = one.list().flatMap(ContactGroup::remindEvery);
        return every.isPresent()
                && one.subscribed()
                && last.containsKey(one.address())
                && one.quietUntil(now).isEmpty()
                && !last.get(one.address()).plus(every.get()).isAfter(now);
    }

    /** Once to each member of the other list whom nothing of this was told. */
    private void escalate(
            IncidentEntity row, Incident incident, ContactGroup list, Map<String, Instant> last, String url) {
        Instant now = clock.instant();
        list.escalation()
                .filter(it -> !incident.openedAt().plus(it.after()).isAfter(now))
                .ifPresent(it -> {
                    List<ResolvedRecipient> fresh = audience.resolve(List.of(RecipientResolver.LIST + it.to())).all().stream()
                            .filter(one -> one.subscribed() && !last.containsKey(one.address()))
                            .toList();
                    fresh.forEach(one -> last.put(one.address(), now));
                    if (!fresh.isEmpty()) {
                        String words = "nobody has acknowledged it, escalated from list \"" + list.id() + "\": ";
                        tell(row, incident, words + incident.headline(), fresh, url);
                    }
                });
    }

    private void tell(IncidentEntity row, Incident incident, String headline, List<ResolvedRecipient> to, String url) {
        row.tellAgain();
        Instant now = clock.instant();
        String since = "open since " + incident.openedAt() + ", for "
                + DurationFormat.elapsed(Duration.between(incident.openedAt(), now));
        Notice notice = new Notice(
                incident.id(),
                row.changes(),
                IncidentUpdater.tone(incident.state()),
                incident.probe(),
                incident.probeName(),
                url,
                incident.location(),
                incident.openedBy(),
                now,
                headline,
                List.of(since),
                Optional.empty());
        Stream.concat(
                        Stream.of(notice.headline()),
                        new Notifier(outbox, now).tell(notice, new ResolvedRecipients(to, List.of())).stream())
                .forEach(line -> store.remark(incident.id(), now, line));
    }
}
