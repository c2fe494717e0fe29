package dev.tidemark.alert;

import dev.tidemark.audience.Audience;
import dev.tidemark.audience.AudienceFixture;
import dev.tidemark.budget.Verdict;
import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.delivery.Letter;
import dev.tidemark.delivery.OutboxInTransactions;
import dev.tidemark.history.Run;
import dev.tidemark.it.HandClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.maintenance.MaintenanceFixture;
import dev.tidemark.marker.DeployFixture;
import dev.tidemark.marker.Markers;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that decides about letters, over a real database, with a clock that is turned by hand. */
final class Newsroom implements AutoCloseable {

    final HandClock clock = new HandClock(Happening.START);
    final TestEntities entities;
    final OutboxInTransactions outbox;
    final Audience audience;
    final Maintenance maintenance;
    final Markers markers;
    final IncidentBook book;
    final Reminders reminders;
    final Incidents incidents;
    private final Map<ProbeId, Probe> catalogue = new HashMap<>();

    Newsroom() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
        outbox = new OutboxInTransactions(clock, entities);
        audience = AudienceFixture.over(clock, entities);
        maintenance = MaintenanceFixture.over(clock, entities);
        IncidentStore store = new IncidentStore(entities.manager());
        markers = DeployFixture.over(entities);
        book = new IncidentBook(store, outbox, audience, markers, clock);
        reminders = new Reminders(store, outbox, audience, new Catalogue(), maintenance, clock);
        incidents = new Incidents(clock, entities.manager());
    }

    void list(String id, String json) {
        entities.inTransaction(() -> audience.save(AudienceFixture.list(id, json), "a test"));
    }

    Probe probe(String slug, String... recipients) {
        Probe probe = Happening.probe(slug, recipients);
        catalogue.put(probe.id(), probe);
        return probe;
    }

    void note(Probe probe, Run run, Verdict... verdicts) {
        entities.inTransaction(() -> book.note(probe, run, List.of(verdicts)));
    }

    void remind() {
        List<UUID> open = entities.inTransaction(reminders::open);
        open.forEach(id -> entities.inTransaction(() -> reminders.remind(id)));
    }

    void remindAfter(Duration span) {
        clock.advance(span);
        remind();
    }

    /** Every letter, the oldest first. */
    List<Letter> letters() {
        return outbox.unsent();
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
                .find(EvaluationEntity.class, run.id().value())
                .toRecord()
                .lines());
    }

    Incident only() {
        return entities.inTransaction(
                () -> incidents.list(IncidentQuery.openOnes(10)).items().get(0));
    }

    List<String> remarks(Incident incident) {
        return entities.inTransaction(() ->
                incidents.remarks(incident.id(), 100).stream().map(Remark::line).toList());
    }

    @Override
    public void close() {
        entities.close();
    }

    private final class Catalogue extends ProbeCatalog {
        @Override
        public Optional<CatalogEntry> find(ProbeId id) {
            return Optional.ofNullable(catalogue.get(id))
                    .map(probe -> new CatalogEntry(probe, 1, Optional.empty(), Happening.START));
        }
    }
}
