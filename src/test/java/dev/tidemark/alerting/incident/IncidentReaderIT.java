package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeScenario.failed;
import static dev.tidemark.alerting.incident.ProbeScenario.ok;
import static dev.tidemark.alerting.incident.ProbeScenario.probe;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.probe.Severity.CRITICAL;
import static dev.tidemark.model.probe.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.notification.TransactionalOutbox;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.storage.marker.DeployFixture;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentReaderIT {

    private final ManualClock clock = new ManualClock(ProbeScenario.START);
    private final Probe shop = probe("shop");
    private TestEntities entities;
    private IncidentReader incidents;
    private IncidentTracker book;

    @BeforeEach
    void connect() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
        incidents = new IncidentReader(clock, entities.manager());
        book = new IncidentTracker(
                new IncidentStore(entities.manager()),
                new TransactionalOutbox(clock, entities),
                RecipientFixture.over(clock, entities),
                DeployFixture.over(entities),
                new OutageReader(HistoryFixture.history(entities)),
                clock);
    }

    @AfterEach
    void close() {
        entities.close();
    }

    private <T> T ask(Function<IncidentReader, T> question) {
        return entities.inTransaction(() -> question.apply(incidents));
    }

    private void note(Probe probe, Run run, Verdict... verdicts) {
        entities.inTransaction(() -> book.track(probe, run, List.of(verdicts)));
    }

    private List<RunEvaluation> logOf(Incident incident) {
        return ask(door -> door.evaluations(incident, 9));
    }

    private List<IncidentNote> remarksOf(Incident incident) {
        return ask(door -> door.notes(incident.id(), 9));
    }

    private ProbeState stateOf(String probe) {
        return ask(IncidentReader::states)
                .get(new ProbeId(probe))
                .get(ProbeScenario.FRANKFURT)
                .state();
    }

    @Nested
    class GivenSevenIncidents {

        @BeforeEach
        void open() {
            for (int number = 0; number < 7; number++) {
                Probe one = probe("probe-" + number);
                note(one, ok(one, number / 2), Verdicts.broken(LCP, CRITICAL));
            }
            Probe first = probe("probe-0");
            note(first, ok(first, 9), Verdicts.kept(LCP, CRITICAL));
        }

        @Test
        void whenPagedByTwo_thenEachIsListedOnceNewestFirst() {
            List<Incident> all = new ArrayList<>();
            Optional<UUID> behind = Optional.empty();
            do {
                IncidentQuery asked = new IncidentQuery(IncidentFilter.ALL, 2, behind);
                Page<Incident> page = ask(door -> door.list(asked));
                all.addAll(page.items());
                behind = page.next().map(UUID::fromString);
            } while (behind.isPresent());

            assertThat(all).extracting(Incident::id).hasSize(7).doesNotHaveDuplicates();
            assertThat(all).extracting(Incident::openedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        }

        @Test
        void whenOnlyOpenOnesAreQueried_thenTheResolvedOneIsLeftOut() {
            assertThat(ask(door -> door.list(IncidentQuery.allOpen(50))).items())
                    .hasSize(6)
                    .allMatch(Incident::isOpen);
        }

        private List<String> found(IncidentFilter filter) {
            return ask(door -> door.list(new IncidentQuery(filter, 50, Optional.empty()))).items().stream()
                    .map(one -> one.probe().slug())
                    .toList();
        }

        @Test
        void whenProbesAreSelected_thenTheirIncidentsAreListed() {
            assertThat(found(IncidentFilter.ALL.probes(Set.of(new ProbeId("probe-2"), new ProbeId("probe-5")))))
                    .containsExactlyInAnyOrder("probe-2", "probe-5");
            assertThat(found(IncidentFilter.ALL.probes(Set.of()))).isEmpty();
        }

        @Test
        void whenAPeriodIsSelected_thenThoseThatWereOpenInItAreListed() {
            Instant resolved = ask(door -> door.list(IncidentQuery.ofProbe(new ProbeId("probe-0"), 1)))
                    .items()
                    .get(0)
                    .resolvedAt()
                    .orElseThrow();
            Optional<Instant> later = Optional.of(resolved.plusSeconds(1));

            assertThat(found(IncidentFilter.ALL.during(later, Optional.empty())))
                    .hasSize(6)
                    .doesNotContain("probe-0");
            assertThat(found(IncidentFilter.ALL.during(Optional.of(resolved), Optional.empty())))
                    .hasSize(7);
            assertThat(found(IncidentFilter.ALL.during(Optional.empty(), Optional.of(ProbeScenario.START))))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"PROBE-3,1", "lcp,7", "frank,7", "%,0", "_,0", "!,0", "'o''clock',0"})
        void whenATextIsSelected_thenItIsSearchedForLiterally(String text, int expected) {
            assertThat(found(IncidentFilter.ALL.containing(Optional.of(text)))).hasSize(expected);
        }

        @Test
        void whenOneProbeIsQueried_thenItsIncidentsAreListed() {
            assertThat(ask(door -> door.list(IncidentQuery.ofProbe(new ProbeId("probe-0"), 50)))
                            .items())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.state()).isEqualTo(ProbeState.PASSING);
                        assertThat(one.worst()).isEqualTo(ProbeState.FAILING);
                    });
        }
    }

    @Nested
    class GivenALocation {

        @Test
        void whenItLoadsWithinBudget_thenItPasses() {
            note(shop, ok(shop, 0), Verdicts.kept(LCP, CRITICAL));
            assertThat(stateOf("shop")).isEqualTo(ProbeState.PASSING);
        }

        @Test
        void whenItLoadsAndHasNoLimits_thenItPasses() {
            note(shop, ok(shop, 0));
            assertThat(stateOf("shop")).isEqualTo(ProbeState.PASSING);
        }

        @Test
        void whenItLoadsAndNothingCanBeEvaluated_thenThereIsNoVerdict() {
            note(shop, ok(shop, 0), Verdicts.unknown(LCP, CRITICAL));
            assertThat(stateOf("shop")).isEqualTo(ProbeState.UNKNOWN);
        }

        @Test
        void whenAWarningLimitFailsAndItIsDown_thenTheWorseStateCounts() {
            note(shop, ok(shop, 0), Verdicts.broken(LCP, WARNING));
            assertThat(stateOf("shop")).isEqualTo(ProbeState.DEGRADED);
            note(shop, failed(shop, 1, OutcomeType.TLS_ERROR, ""));
            note(shop, failed(shop, 2, OutcomeType.TLS_ERROR, ""));
            assertThat(stateOf("shop")).isEqualTo(ProbeState.FAILING);
        }

        @Test
        void whenTheMonitorsBrowserCrashed_thenItDoesNotCountAgainstTheSite() {
            note(shop, ok(shop, 0), Verdicts.broken(LCP, WARNING));
            note(shop, failed(shop, 1, OutcomeType.BROWSER_CRASH, ""));
            assertThat(stateOf("shop")).isEqualTo(ProbeState.DEGRADED);
        }
    }

    @Nested
    class GivenAnIncidentOfADeletedProbe {

        private void closeAllBut(String... watched) {
            OrphanCloser withdrawal = new OrphanCloser(clock, entities.manager());
            entities.inTransaction(() -> withdrawal.closeAllBut(Set.of(watched)));
        }

        @Test
        void whenCleanupRuns_thenItIsClosedAndOthersStayOpen() {
            Probe other = probe("other");
            note(shop, ok(shop, 1), Verdicts.broken(LCP, CRITICAL));
            note(other, ok(other, 1), Verdicts.broken(LCP, CRITICAL));
            closeAllBut("other@frankfurt");

            assertThat(ask(door -> door.list(IncidentQuery.allOpen(50))).items())
                    .extracting(one -> one.probe().slug())
                    .containsExactly("other");
            assertThat(ask(IncidentReader::states)).containsOnlyKeys(other.id());
        }

        @Test
        void whenTheProbeIsCreatedAgain_thenANewIncidentCanOpen() {
            note(shop, ok(shop, 1), Verdicts.broken(LCP, CRITICAL));
            closeAllBut();
            note(shop, ok(shop, 2), Verdicts.broken(LCP, CRITICAL));

            assertThat(ask(door -> door.list(IncidentQuery.ofProbe(shop.id(), 50)))
                            .items())
                    .extracting(Incident::isOpen)
                    .containsExactly(true, false);
        }

        @Test
        void whenTheLogIsOld_thenItIsDeleted() {
            note(shop, ok(shop, 1), Verdicts.broken(LCP, CRITICAL));
            Incident incident =
                    ask(door -> door.list(IncidentQuery.allOpen(1))).items().get(0);
            IncidentStore store = new IncidentStore(entities.manager());
            entities.inTransaction(() -> store.addComment(incident.id(), clock.instant(), "ada", "rolling back"));
            OrphanCloser withdrawal = new OrphanCloser(clock, entities.manager());
            clock.advance(OrphanCloser.RETENTION);
            entities.inTransaction(withdrawal::deleteOldLogEntries);
            assertThat(logOf(incident)).hasSize(1);
            assertThat(remarksOf(incident)).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            entities.inTransaction(withdrawal::deleteOldLogEntries);

            assertThat(logOf(incident)).isEmpty();
            assertThat(remarksOf(incident)).isEmpty();
        }
    }

    @Nested
    class GivenAnOpenIncident {

        private Incident incident;

        @BeforeEach
        void open() {
            note(shop, ok(shop, 1), Verdicts.kept(LCP, CRITICAL));
            note(shop, ok(shop, 2), Verdicts.broken(LCP, CRITICAL));
            clock.advance(Duration.ofHours(1));
            incident = ask(door -> door.list(IncidentQuery.allOpen(1))).items().get(0);
        }

        @Test
        void whenTheLogIsQueried_thenItBeginsWithTheRunThatOpenedIt() {
            note(shop, ok(shop, 3), Verdicts.broken(LCP, CRITICAL));

            List<RunEvaluation> log = ask(door -> door.evaluations(incident, 50));
            assertThat(log).hasSize(2);
            assertThat(log.get(1).run()).isEqualTo(incident.openedBy());
            assertThat(log.get(1).lines())
                    .contains(
                            "Budget: Largest Contentful Paint (critical) is over budget: 3912, 3900, 3800",
                            "Budget: State changed from passing to failing.",
                            "Budget: Nobody was notified: there are no recipients.");
        }
    }
}
