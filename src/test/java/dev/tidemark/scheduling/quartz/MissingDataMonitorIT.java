package dev.tidemark.scheduling.quartz;

import static dev.tidemark.storage.run.HistoryFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.it.ManualClock;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MissingDataMonitorIT {

    private static final Instant NOON = HistoryFixture.NOW;
    private static final Probe SILENT = DefinitionReader.yaml(
                    "a.yaml",
                    "{id: shop-home, url: \"https://shop.example/\", every: PT5M, budgets: [{noResultFor: PT30M}]}",
                    VariableSubstitution.NONE)
            .probes()
            .get(0);

    private final ManualClock clock = new ManualClock(NOON);
    private final ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();
    private final Set<RunId> noted = new HashSet<>();
    private HistoryFixture fixture;
    private BudgetEvaluator judge;
    private boolean inMaintenance;

    @BeforeEach
    void begin() throws SQLException {
        fixture = HistoryFixture.fresh();
        judge = new BudgetEvaluator(fixture.history(), fixture.series(), null, probe -> List.of());
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private MissingDataMonitor node(Instant changedAt) {
        IncidentTracker book = new IncidentTracker(null, null, null, null, null, null) {
            @Override
            public void track(Probe probe, Run run, List<Verdict> verdicts) {
                if (noted.add(run.id())) {
                    verdicts.forEach(verdict -> notes.add(run.slot().plannedAt() + " " + verdict.kind()));
                }
            }

            @Override
            public List<RunId> unrecorded(List<RunId> runs) {
                return runs.stream().filter(run -> !noted.contains(run)).toList();
            }
        };
        MaintenanceSchedule maintenance = new MaintenanceSchedule(clock) {
            @Override
            public boolean isInMaintenance(ProbeId probe, Collection<String> tags, Instant at) {
                return inMaintenance;
            }
        };
        InMemoryCatalog catalogue = new InMemoryCatalog().with(SILENT, changedAt);
        return new MissingDataMonitor(
                null, catalogue, fixture.history(), fixture.series(), judge, book, maintenance, clock);
    }

    @Nested
    class GivenAResultAtNoon {

        private MissingDataMonitor node;

        @BeforeEach
        void record() {
            node = node(NOON.minus(Duration.ofDays(1)));
            fixture.recorded(HistoryFixture.slot(SHOP, NOON), "LCP", 1000);
        }

        @Test
        void whenExactlyHalfAnHourHasPassed_thenNothingIsNotified() {
            clock.advance(Duration.ofMinutes(30));
            node.check();

            assertThat(notes).isEmpty();
        }

        @Test
        void whenItHasPassed_thenItIsNotifiedOnce() throws Exception {
            clock.advance(Duration.ofMinutes(31));
            MissingDataMonitor other = node(NOON.minus(Duration.ofDays(1)));
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            Future<?> first = nodes.submit(node::check);
            Future<?> second = nodes.submit(other::check);
            first.get();
            second.get();
            nodes.shutdown();
            clock.advance(Duration.ofMinutes(90));
            node.check();

            assertThat(notes).containsExactly("2026-03-10T12:30:00.001Z FAIL");
        }

        @Test
        void whenThereIsAResultAgain_thenItPassesAndTheNextGapIsANewOne() {
            clock.advance(Duration.ofMinutes(31));
            node.check();
            clock.advance(Duration.ofMinutes(9));
            Run again = fixture.failed(HistoryFixture.slot(SHOP, clock.instant()), OutcomeType.TIMEOUT);
            node.check();

            assertThat(judge.evaluate(SILENT, again))
                    .extracting(Verdict::kind)
                    .containsExactly(Verdict.VerdictKind.PASS);

            clock.advance(Duration.ofMinutes(31));
            node.check();
            assertThat(notes).containsExactly("2026-03-10T12:30:00.001Z FAIL", "2026-03-10T13:10:00.001Z FAIL");
        }

        @Test
        void whenRunsFailByMonitorFailure_thenTheyAreNoResult() {
            clock.advance(Duration.ofMinutes(20));
            fixture.failed(HistoryFixture.slot(SHOP, clock.instant()), OutcomeType.BROWSER_CRASH);
            clock.advance(Duration.ofMinutes(11));
            node.check();

            assertThat(notes).hasSize(1);
        }

        @Test
        void whenItIsInMaintenance_thenItIsNotifiedAfterwards() {
            inMaintenance = true;
            clock.advance(Duration.ofMinutes(31));
            node.check();
            assertThat(notes).isEmpty();

            inMaintenance = false;
            node.check();
            assertThat(notes).hasSize(1);
        }
    }

    @Nested
    class GivenAProbeThatHasNeverRun {

        @Test
        void whenHalfAnHourHasPassedSinceItsCreation_thenItIsNotified() {
            MissingDataMonitor node = node(NOON);
            clock.advance(Duration.ofMinutes(31));
            node.check();

            assertThat(notes).containsExactly("2026-03-10T12:30:00.001Z FAIL");
        }
    }

    @Nested
    class GivenAProbeThatWasResumedJustNow {

        @Test
        void whenItsLastResultIsOld_thenTheGapBeginsWhenItWasResumed() {
            fixture.recorded(HistoryFixture.slot(SHOP, NOON.minus(Duration.ofDays(2))), "LCP", 1000);
            MissingDataMonitor node = node(NOON);
            clock.advance(Duration.ofMinutes(29));
            node.check();

            assertThat(notes).isEmpty();
        }
    }
}
