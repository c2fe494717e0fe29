package dev.tidemark.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.HistoryFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SelfMonitoringIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock(HistoryFixture.NOW);
    private HistoryFixture fixture;
    private TestEntities entities;
    private TransactionalOutbox outbox;
    private IncidentReader incidents;
    private SelfMonitoring watch;
    private final Map<LocationName, LocalizedMessage> withoutNode = new HashMap<>();
    private final LocationsWithoutNode unattended = new LocationsWithoutNode(null, null, clock) {
        @Override
        Map<LocationName, LocalizedMessage> find() {
            return withoutNode;
        }
    };

    @BeforeEach
    void connect() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        fixture = HistoryFixture.over(database);
        entities = new TestEntities(database);
        outbox = new TransactionalOutbox(clock, entities);
        incidents = new IncidentReader(clock, entities.manager());
        watch = new SelfMonitoring(
                new IncidentStore(entities.manager()),
                fixture.history(),
                unattended,
                RecipientFixture.over(clock, entities),
                outbox,
                clock);
    }

    @AfterEach
    void close() {
        entities.close();
        fixture.close();
    }

    private void look() {
        clock.advance(MINUTE);
        entities.inTransaction(watch::check);
    }

    private void crash(int number) {
        for (int n = 0; n < number; n++) {
            clock.advance(MINUTE);
            fixture.failed(HistoryFixture.slot(HistoryFixture.SHOP, clock.instant()), OutcomeType.BROWSER_CRASH);
        }
    }

    private void load(int number) {
        for (int n = 0; n < number; n++) {
            clock.advance(MINUTE);
            fixture.recorded(HistoryFixture.slot(HistoryFixture.SHOP, clock.instant()), "LCP", 1800);
        }
    }

    /** {@code ops@tidemark.example [degraded] ...}. */
    private List<String> told() {
        return outbox.of(ProbeId.MONITOR).stream()
                .map(letter -> letter.recipient() + " " + letter.notice().subject())
                .toList();
    }

    private List<Incident> all() {
        return entities.inTransaction(
                () -> incidents.list(IncidentQuery.ofProbe(ProbeId.MONITOR, 10)).items());
    }

    @Nested
    class GivenALocationWithoutALivingNode {

        @Test
        void whenItIsNoticedAgainAndAgain_thenTheOperatorsGroupIsNotifiedOnceAndOnceOfTheReturn() {
            load(1);
            withoutNode.put(LocationName.DEFAULT, LocalizedMessage.of("incident.self.neverANode", "default"));
            look();
            look();
            withoutNode.clear();
            look();
            look();

            assertThat(told())
                    .containsExactly(
                            "ops@tidemark.example [failing] Tidemark: no node is running at location default @ default",
                            "ops@tidemark.example [recovered] Tidemark: no runs lost to monitor failures @ default");
        }
    }

    @Nested
    class GivenALocationWhereTheBrowserCrashes {

        @Test
        void whenTwoRunsAreLost_thenNobodyIsNotified() {
            crash(2);
            look();

            assertThat(all()).isEmpty();
            assertThat(told()).isEmpty();
        }

        @Test
        void whenThreeOfEightAreLost_thenTheOperatorsGroupIsNotifiedOnce() {
            load(5);
            crash(3);
            look();
            look();

            assertThat(told())
                    .containsExactly(
                            "ops@tidemark.example [degraded] Tidemark: 3 of 8 runs lost to monitor failures @ default");
            assertThat(all()).singleElement().satisfies(incident -> {
                assertThat(incident.incidentType()).isEqualTo(IncidentType.OPERATION);
                assertThat(incident.location()).isEqualTo(LocationName.DEFAULT);
                assertThat(entities.inTransaction(() -> incidents.notes(incident.id(), 10)))
                        .extracting(IncidentNote::line)
                        .containsExactlyInAnyOrder(
                                "browser crash: 3 runs in the last 30 minutes",
                                "Notified (degraded): ops@tidemark.example");
            });
        }

        @Test
        void whenHalfOfThemAreLost_thenItIsNotifiedAgain() {
            load(5);
            crash(3);
            look();
            crash(2);
            look();

            assertThat(told())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("[failing] Tidemark: 5 of 10 runs lost to monitor failures");
        }

        @Test
        void whenHalfAnHourSucceeds_thenTheRecoveryIsNotified() {
            crash(3);
            look();
            load(32);
            look();

            assertThat(told())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("[recovered] Tidemark: no runs lost to monitor failures");
            assertThat(all()).singleElement().matches(incident -> !incident.isOpen());
        }

        @Test
        void whenTheProbesAreQueried_thenTheirStateIsUnchanged() {
            crash(5);
            look();

            assertThat(entities.inTransaction(incidents::states)).isEmpty();
            assertThat(outbox.undelivered()).extracting(Notification::recipient).containsOnly("ops@tidemark.example");
        }
    }

    @Nested
    class GivenTwoNodesThatCheckAtTheSameTime {

        @Test
        void whenBothDetectIt_thenItIsNotifiedOnce() throws Exception {
            crash(3);
            Thread one = new Thread(() -> entities.inTransaction(watch::check));
            Thread two = new Thread(() -> entities.inTransaction(watch::check));
            clock.advance(MINUTE);
            one.start();
            two.start();
            one.join();
            two.join();

            assertThat(told()).hasSize(1);
            assertThat(all()).hasSize(1);
        }
    }
}
