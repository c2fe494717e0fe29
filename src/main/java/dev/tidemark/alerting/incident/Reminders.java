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
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
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

/** Reminders of open incidents, and escalation of those that are not acknowledged. The row of the incident is locked meanwhile. */
@ApplicationScoped
public class Reminders {

    private final IncidentStore store;
    private final Outbox outbox;
    private final RecipientResolver recipients;
    private final ProbeCatalog catalog;
    private final MaintenanceSchedule maintenance;
    private final OutageReader outages;
    private final Clock clock;

    @Inject
    Reminders(
            IncidentStore store,
            Outbox outbox,
            RecipientResolver recipients,
            ProbeCatalog catalog,
            MaintenanceSchedule maintenance,
            OutageReader outages,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.recipients = recipients;
        this.catalog = catalog;
        this.maintenance = maintenance;
        this.outages = outages;
        this.clock = clock;
    }

    @Transactional
    public List<UUID> open() {
        return store.allOpen();
    }

    /** Sends what is due for one incident: nothing while it is acknowledged or its probe is in maintenance. */
    @Transactional
    public void remind(UUID id) {
        Instant now = clock.instant();
        Optional<IncidentEntity> open =
                store.open(id).filter(one -> !one.toRecord().isAcknowledged(now));
        if (open.isEmpty()) {
            return;
        }
        Incident incident = open.get().toRecord();
        Optional<Probe> probe = catalog.find(incident.probe()).map(CatalogEntry::probe);
        if (probe.filter(one -> maintenance.isInMaintenance(one.id(), one.tags(), now))
                .isPresent()) {
            return;
        }
        ResolvedRecipients resolved = incident.incidentType().recipients(recipients, probe);
        String url = probe.map(one -> one.target().url().spelling()).orElse("");
        Map<String, Instant> last = outbox.lastNotified(id);
        resolved.groups().forEach(group -> escalate(open.get(), incident, group, last, url));
        List<ResolvedRecipient> dueRecipients =
                resolved.all().stream().filter(one -> isDue(one, last, now)).toList();
        if (!dueRecipients.isEmpty()) {
            LocalizedMessage headline = LocalizedMessage.of("incident.headline.reminder", incident.headline());
            LocalizedMessage log = LocalizedMessage.of("incident.log.reminder", incident.headline());
            send(open.get(), incident, headline, "incident.openSince", log, dueRecipients, url);
        }
    }

    private static boolean isDue(ResolvedRecipient one, Map<String, Instant> last, Instant now) {
        Optional<Duration> every = one.group().flatMap(ContactGroup::remindEvery);
        return every.isPresent()
                && one.subscribed()
                && last.containsKey(one.address())
                && one.quietUntil(now).isEmpty()
                && !last.get(one.address()).plus(every.get()).isAfter(now);
    }

    /** Notifies each member of the other group once who was not notified of the incident before. */
    private void escalate(
            IncidentEntity row, Incident incident, ContactGroup group, Map<String, Instant> last, String url) {
        Instant now = clock.instant();
        group.escalation()
                .filter(it -> !incident.openedAt().plus(it.after()).isAfter(now))
                .ifPresent(it -> {
                    List<ResolvedRecipient> newRecipients =
                            recipients.resolve(List.of(RecipientResolver.GROUP_PREFIX + it.to())).all().stream()
                                    .filter(one -> one.subscribed() && !last.containsKey(one.address()))
                                    .toList();
                    newRecipients.forEach(one -> last.put(one.address(), now));
                    if (!newRecipients.isEmpty()) {
                        LocalizedMessage headline =
                                LocalizedMessage.of("incident.headline.escalated", group.id(), incident.headline());
                        LocalizedMessage log = LocalizedMessage.of("incident.log.escalated", group.id());
                        send(row, incident, headline, "incident.openSince.escalated", log, newRecipients, url);
                    }
                });
    }

    /** What is known about an outage by now. */
    private List<String> outage(Incident incident) {
        return Optional.of(incident)
                .filter(one -> one.incidentType() == IncidentType.AVAILABILITY)
                .flatMap(one -> catalog.find(one.probe()))
                .flatMap(entry -> outages.latest(entry.probe(), incident.location()))
                .map(Outage::lines)
                .orElse(List.of());
    }

    /** @param since the key of the line about how long the incident has been open */
    private void send(
            IncidentEntity row,
            Incident incident,
            LocalizedMessage headline,
            String since,
            LocalizedMessage log,
            List<ResolvedRecipient> to,
            String url) {
        row.countNotice();
        Instant now = clock.instant();
        String open = DurationFormat.elapsed(incident.duration(now));
        Notice notice = new Notice(
                incident.id(),
                row.changes(),
                IncidentUpdater.noticeKind(incident.state()),
                incident.probe(),
                incident.probeName(),
                url,
                incident.location(),
                incident.openedBy(),
                now,
                headline.toString(),
                Stream.concat(
                                Stream.of(LocalizedMessage.of(since, UtcTimestamp.of(incident.openedAt()), open)
                                        .toString()),
                                outage(incident).stream())
                        .toList(),
                Optional.empty());
        Stream.concat(
                        Stream.of(log),
                        new Notifier(outbox, now).notifyProblem(notice, new ResolvedRecipients(to, List.of())).stream())
                .forEach(line -> store.addNote(incident.id(), now, line.toString()));
    }
}
