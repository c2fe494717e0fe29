package dev.tidemark.schedule;

import static dev.tidemark.history.HistoryFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alert.IncidentBook;
import dev.tidemark.budget.Judge;
import dev.tidemark.budget.Verdict;
import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.document.Variables;
import dev.tidemark.history.HistoryFixture;
import dev.tidemark.history.Run;
import dev.tidemark.it.HandClock;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.probe.Probe;
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

class SilenceWatchIT {

    private static final Instant NOON = HistoryFixture.NOW;
    private static final Probe SILENT = DefinitionReader.yaml(
                    "a.yaml",
                    "{id: shop-home, url: \"https://shop.example/\", every: PT5M, budgets: [{noResultFor: PT30M}]}",
                    Variables.NONE)
            .probes()
            .get(0);

    private final HandClock clock = new HandClock(NOON);
    private final ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();
    private final Set<RunId> noted = new HashSet<>();
    private HistoryFixture fixture;
    private Judge judge;
    private boolean inMaintenance;

    @BeforeEach
    void begin() throws SQLException {
        fixture = HistoryFixture.fresh();
        judge = new Judge(fixture.history(), null, probe -> List.of());
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private SilenceWatch node(Instant changedAt) {
        IncidentBook book = new IncidentBook() {
            @Override
            public void note(Probe probe, Run run, List<Verdict> verdicts) {
                if (noted.add(run.id())) {
                    verdicts.forEach(verdict -> notes.add(run.slot().plannedAt() + " " + verdict.kind()));
                }
            }

            @Override
            public List<RunId> notNoted(List<RunId> runs) {
                return runs.stream().filter(run -> !noted.contains(run)).toList();
            }
        };
        Maintenance maintenance = new Maintenance(clock) {
            @Override
            public boolean covers(ProbeId probe, Collection<String> tags, Instant at) {
                return inMaintenance;
            }
        };
        CatalogueInMemory catalogue = new CatalogueInMemory().with(SILENT, changedAt);
        return new SilenceWatch(null, catalogue, fixture.history(), judge, book, maintenance, clock);
    }

    @Nested
    class GivenAResultAtNoon {

        private SilenceWatch node;

        @BeforeEach
        void record() {
            node = node(NOON.minus(Duration.ofDays(1)));
            fixture.recorded(HistoryFixture.slot(SHOP, NOON), "LCP", 1000);
        }

        @Test
        void whenHalfAnHourHasGoneByExactly_thenNothingIsTold() {
            clock.advance(Duration.ofMinutes(30));
            node.look();

            assertThat(notes).isEmpty();
        }

        @Test
        void whenItIsOver_thenItIsToldOnceHoweverOftenAnybodyLooks() throws Exception {
            clock.advance(Duration.ofMinutes(31));
            SilenceWatch other = node(NOON.minus(Duration.ofDays(1)));
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            Future<?> first = nodes.submit(node::look);
            Future<?> second = nodes.submit(other::look);
            first.get();
            second.get();
            nodes.shutdown();
            clock.advance(Duration.ofMinutes(90));
            node.look();

            assertThat(notes).containsExactly("2026-03-10T12:30:00.001Z BROKEN");
        }

        @Test
        void whenThereIsAResultAgain_thenItsVerdictIsKeptAndTheNextSilenceIsAnother() {
            clock.advance(Duration.ofMinutes(31));
            node.look();
            clock.advance(Duration.ofMinutes(9));
            Run again = fixture.failed(HistoryFixture.slot(SHOP, clock.instant()), OutcomeKind.TIMEOUT);
            node.look();

            assertThat(judge.judge(SILENT, again)).extracting(Verdict::kind).containsExactly(Verdict.Kind.KEPT);

            clock.advance(Duration.ofMinutes(31));
            node.look();
            assertThat(notes).containsExactly("2026-03-10T12:30:00.001Z BROKEN", "2026-03-10T13:10:00.001Z BROKEN");
        }

        @Test
        void whenOurOwnRunsFailMeanwhile_thenTheyAreNoResult() {
            clock.advance(Duration.ofMinutes(20));
            fixture.failed(HistoryFixture.slot(SHOP, clock.instant()), OutcomeKind.BROWSER_CRASH);
            clock.advance(Duration.ofMinutes(11));
            node.look();

            assertThat(notes).hasSize(1);
        }

        @Test
        void whenItIsInMaintenance_thenItIsToldOnlyAfterwards() {
            inMaintenance = true;
            clock.advance(Duration.ofMinutes(31));
            node.look();
            assertThat(notes).isEmpty();

            inMaintenance = false;
            node.look();
            assertThat(notes).hasSize(1);
        }
    }

    @Nested
    class GivenAProbeThatHasNeverRun {

        @Test
        void whenHalfAnHourHasGoneBySinceItWasMade_thenItIsTold() {
            SilenceWatch node = node(NOON);
            clock.advance(Duration.ofMinutes(31));
            node.look();

            assertThat(notes).containsExactly("2026-03-10T12:30:00.001Z BROKEN");
        }
    }

    @Nested
    class GivenAProbeThatWasResumedJustNow {

        @Test
        void whenItsLastResultIsOld_thenTheSilenceBeginsAtTheResuming() {
            fixture.recorded(HistoryFixture.slot(SHOP, NOON.minus(Duration.ofDays(2))), "LCP", 1000);
            SilenceWatch node = node(NOON);
            clock.advance(Duration.ofMinutes(29));
            node.look();

            assertThat(notes).isEmpty();
        }
    }
}
