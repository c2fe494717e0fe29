package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.maintenance.MaintenanceFixture;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.marker.DeployFixture;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that decides about notifications, with a real database and a manual clock. */
final class NotificationFixture implements AutoCloseable {

    final ManualClock clock = new ManualClock(ProbeScenario.START);
    final TestEntities entities;
    final TransactionalOutbox outbox;
    final RecipientResolver audience;
    final MaintenanceSchedule maintenance;
    final Markers markers;
    final IncidentTracker book;
    final Reminders reminders;
    final IncidentReader incidents;
    final IncidentActions actions;
    private final Map<ProbeId, Probe> catalogue = new HashMap<>();

    NotificationFixture() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
        outbox = new TransactionalOutbox(clock, entities);
        audience = RecipientFixture.over(clock, entities);
        maintenance = MaintenanceFixture.over(clock, entities);
        IncidentStore store = new IncidentStore(entities.manager());
        markers = DeployFixture.over(entities);
        book = new IncidentTracker(
                store, outbox, audience, markers, new OutageReader(HistoryFixture.history(entities)), clock);
        reminders = new Reminders(
                store,
                outbox,
                audience,
                new Catalogue(),
                maintenance,
                new OutageReader(HistoryFixture.history(entities)),
                clock);
        incidents = new IncidentReader(clock, entities.manager());
        actions = new IncidentActions(store, outbox, audience, new Catalogue(), clock, entities.manager());
    }

    void list(String id, String json) {
        entities.inTransaction(() -> audience.save(RecipientFixture.list(id, json), "a test"));
    }

    Probe probe(String slug, String... recipients) {
        Probe probe = ProbeScenario.probe(slug, recipients);
        catalogue.put(probe.id(), probe);
        return probe;
    }

    void note(Probe probe, Run run, Verdict... verdicts) {
        entities.inTransaction(() -> book.track(probe, run, List.of(verdicts)));
    }

    void remind() {
        List<UUID> open = entities.inTransaction(reminders::open);
        open.forEach(id -> entities.inTransaction(() -> reminders.remind(id)));
    }

    void remindAfter(Duration span) {
        clock.advance(span);
        remind();
    }

    /** All undelivered notifications, oldest first. */
    List<Notification> letters() {
        return outbox.undelivered();
    }

    /** {@code 1 a@shop.example [failing] ...}. */
    List<String> told() {
        return letters().stream()
                .map(one -> one.notice().number() + " " + one.recipient() + " "
                        + one.notice().subject())
                .toList();
    }

    List<String> log(Run run) {
        return entities.inTransaction(() -> entities.manager()
                .find(RunEvaluationEntity.class, run.id().value())
                .toRecord()
                .lines());
    }

    Incident only() {
        return entities.inTransaction(
                () -> incidents.list(IncidentQuery.allOpen(10)).items().get(0));
    }

    List<String> remarks(Incident incident) {
        return entities.inTransaction(() -> incidents.notes(incident.id(), 100).stream()
                .map(IncidentNote::line)
                .toList());
    }

    @Override
    public void close() {
        entities.close();
    }

    private final class Catalogue extends ProbeCatalog {

        Catalogue() {
            super(null, null);
        }

        @Override
        public Optional<CatalogEntry> find(ProbeId id) {
            return Optional.ofNullable(catalogue.get(id))
                    .map(probe -> new CatalogEntry(probe, 1, Optional.empty(), ProbeScenario.START));
        }
    }
}
