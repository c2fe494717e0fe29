package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What people do with an incident: acknowledge, snooze, resolve, comment. Each action is a line of its log and of the audit
 * log. Except for comments, an incident that is missing or resolved is left unchanged, and the result is empty.
 */
@ApplicationScoped
public class IncidentActions {

    /** The longest note or comment, in characters. */
    public static final int MAX_TEXT_LENGTH = 2_000;

    private final IncidentStore store;
    private final Outbox outbox;
    private final RecipientResolver recipients;
    private final ProbeCatalog catalog;
    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    @Inject
    IncidentActions(
            IncidentStore store, Outbox outbox, RecipientResolver recipients, ProbeCatalog catalog, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.recipients = recipients;
        this.catalog = catalog;
        this.clock = clock;
    }

    IncidentActions(
            IncidentStore store,
            Outbox outbox,
            RecipientResolver recipients,
            ProbeCatalog catalog,
            Clock clock,
            EntityManager database) {
        this(store, outbox, recipients, catalog, clock);
        this.database = database;
    }

    /** Pauses reminders and escalation: until an instant (snoozed), or until the incident is resolved. */
    @Transactional
    public Optional<Incident> acknowledge(UUID id, String by, Optional<Instant> until, Optional<String> note) {
        return store.open(id).map(incident -> {
            incident.acknowledge(by, clock.instant(), until, note);
            log(
                    incident,
                    until.map(end -> LocalizedMessage.of("incident.log.acknowledgedUntil", by, UtcTimestamp.of(end)))
                            .orElseGet(() -> LocalizedMessage.of("incident.log.acknowledged", by)));
            note.ifPresent(text -> store.addComment(incident.id(), clock.instant(), by, text));
            Map<String, Object> details = details(incident, by);
            until.ifPresent(end -> details.put("until", end.toString()));
            note.ifPresent(text -> details.put("note", text));
            return recorded("acknowledge", incident, details);
        });
    }

    /** Continues reminders and escalation; an incident that is not acknowledged stays as it is. */
    @Transactional
    public Optional<Incident> unacknowledge(UUID id, String by) {
        return store.open(id).map(incident -> {
            if (incident.toRecord().acknowledgement().isEmpty()) {
                return incident.toRecord();
            }
            incident.unacknowledge();
            log(incident, LocalizedMessage.of("incident.log.unacknowledged", by));
            return recorded("unacknowledge", incident, details(incident, by));
        });
    }

    /**
     * Resolves an incident without waiting for good runs, and notifies those who were notified of it. The state of the probe is
     * unknown until the next run; if that and those after it are bad, a new incident opens.
     */
    @Transactional
    public Optional<Incident> resolve(UUID id, String by, Optional<String> note) {
        Optional<Incident> before = store.find(id).filter(Incident::isOpen);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        // The same order of locks as after a run.
        StateCounterEntity row = store.lock(
                before.get().probe(), before.get().location(), before.get().incidentType(), clock.instant());
        return store.open(id).map(incident -> {
            incident.resolve(clock.instant());
            row.restart(clock.instant());
            log(incident, LocalizedMessage.of("incident.log.resolvedBy", by));
            note.ifPresent(text -> store.addComment(incident.id(), clock.instant(), by, text));
            notifyResolved(incident, by);
            Map<String, Object> details = details(incident, by);
            note.ifPresent(text -> details.put("note", text));
            return recorded("resolve", incident, details);
        });
    }

    /** Adds a comment to an incident, open or resolved; empty when there is none with this ID. */
    @Transactional
    public Optional<IncidentNote> comment(UUID id, String by, String text) {
        return store.find(id).map(incident -> {
            IncidentNote comment = store.addComment(id, clock.instant(), by, text);
            AuditLog.record(
                    database, AuditChange.action("comment", "incident", id.toString(), Map.of("by", by, "text", text)));
            return comment;
        });
    }

    private void notifyResolved(IncidentEntity row, String by) {
        Instant now = clock.instant();
        Incident incident = row.toRecord();
        Optional<Probe> probe = catalog.find(incident.probe()).map(CatalogEntry::probe);
        String duration = DurationFormat.elapsed(incident.duration(now));
        Notice notice = new Notice(
                incident.id(),
                row.changes(),
                NoticeKind.RECOVERED,
                incident.probe(),
                incident.probeName(),
                probe.map(one -> one.target().url().spelling()).orElse(""),
                incident.location(),
                incident.openedBy(),
                now,
                LocalizedMessage.of("incident.headline.resolvedBy", by, duration, incident.headline())
                        .toString(),
                List.of(LocalizedMessage.of("incident.resolvedBy.line").toString()),
                Optional.empty());
        ResolvedRecipients known = incident.incidentType().recipients(recipients, probe);
        new Notifier(outbox, now).notifyRecovery(notice, known).forEach(line -> log(row, line));
    }

    private void log(IncidentEntity incident, LocalizedMessage line) {
        store.addNote(incident.id(), clock.instant(), line.toString());
    }

    private static Map<String, Object> details(IncidentEntity row, String by) {
        Incident incident = row.toRecord();
        return new TreeMap<>(Map.of(
                "probe",
                incident.probe().slug(),
                "location",
                incident.location().name(),
                "by",
                by));
    }

    private Incident recorded(String action, IncidentEntity incident, Map<String, Object> details) {
        AuditLog.record(
                database, AuditChange.action(action, "incident", incident.id().toString(), details));
        return incident.toRecord();
    }
}
