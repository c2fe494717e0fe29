package dev.tidemark.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alert.IncidentBook;
import dev.tidemark.browser.Laboratory;
import dev.tidemark.browser.Progress;
import dev.tidemark.budget.Judge;
import dev.tidemark.budget.Verdict;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunState;
import dev.tidemark.history.RunTicket;
import dev.tidemark.http.HttpChecks;
import dev.tidemark.maintenance.Interval;
import dev.tidemark.maintenance.Maintenance;
import dev.tidemark.maintenance.Once;
import dev.tidemark.maintenance.Scope;
import dev.tidemark.maintenance.Window;
import dev.tidemark.marker.BrowserUpgrades;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.RunResult;
import dev.tidemark.observation.Slot;
import dev.tidemark.probe.Probe;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SlotRunnerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Slot SLOT = new Slot(new ProbeId("shop"), LocationName.DEFAULT, NOW);

    private final HistoryInMemory history = new HistoryInMemory();
    private final CatalogueInMemory catalogue =
            new CatalogueInMemory().with(CatalogueInMemory.probe("shop", true), NOW);
    private final RunsUnderWay underWay = new RunsUnderWay();
    private final List<Run> told = new ArrayList<>();
    private Runnable duringTheRun = () -> {};
    private Optional<Window> window = Optional.empty();

    private SlotRunner runnerAt(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Pipeline pipeline = new Pipeline(
                new OkLaboratory(),
                new HttpChecks() {},
                history,
                new SameBrowser(),
                new NoJudge(),
                new Listener(),
                new NoMaintenance(),
                new NoSecondLook(),
                underWay,
                clock);
        return new SlotRunner(catalogue, history, pipeline, underWay, clock);
    }

    private Outcome outcomeOf(Slot slot) {
        return history.find(slot).orElseThrow().outcome().orElseThrow();
    }

    @Nested
    class GivenAPlannedSlot {

        @Test
        void whenItIsFired_thenItIsRunRecordedAndTold() {
            runnerAt(NOW).onPlanned(SLOT);

            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
            assertThat(told).hasSize(1);
        }

        @Test
        void whenItIsFiredTwice_thenItIsRunOnce() {
            runnerAt(NOW).onPlanned(SLOT);
            runnerAt(NOW).onPlanned(SLOT);

            assertThat(history.all()).hasSize(1);
            assertThat(told).hasSize(1);
        }

        @Test
        void whenItFallsIntoMaintenance_thenItRunsAndIsMarked() {
            Interval lunch = new Interval(NOW, NOW.plusSeconds(1));
            window = Optional.of(new Window("lunch", "Lunch", new Scope(Set.of(), Set.of()), new Once(lunch)));
            runnerAt(NOW).onPlanned(SLOT);
            runnerAt(NOW).onPlanned(new Slot(SLOT.probe(), SLOT.location(), NOW.plusSeconds(1)));

            assertThat(history.all())
                    .extracting(run -> run.maintenance().orElse("none"))
                    .containsExactly("Lunch", "none");
            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
        }

        @Test
        void whenThePreviousRunIsStillGoing_thenItIsMissedAndSaysSo() {
            Slot next = new Slot(SLOT.probe(), SLOT.location(), NOW.plusSeconds(60));
            duringTheRun = () -> runnerAt(NOW).onPlanned(next);
            runnerAt(NOW).onPlanned(SLOT);

            assertThat(outcomeOf(next).kind()).isEqualTo(OutcomeKind.MISSED);
            assertThat(outcomeOf(next).detail()).contains("previous run");
            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
        }

        @Test
        void whenTheProbeIsGone_thenItLeavesNoTrace() {
            runnerAt(NOW).onPlanned(new Slot(new ProbeId("gone"), LocationName.DEFAULT, NOW));

            assertThat(history.all()).isEmpty();
        }

        @Test
        void whenTheMonitorItselfFails_thenItEndsAsOurFaultAndTheLaneIsFreeAgain() {
            duringTheRun = () -> {
                throw new IllegalStateException("provoked");
            };
            runnerAt(NOW).onPlanned(SLOT);
            duringTheRun = () -> {};
            Slot next = new Slot(SLOT.probe(), SLOT.location(), NOW.plusSeconds(60));
            runnerAt(NOW).onPlanned(next);

            assertThat(outcomeOf(SLOT).kind()).isEqualTo(OutcomeKind.INTERNAL);
            assertThat(outcomeOf(next)).isEqualTo(Outcome.ok());
        }
    }

    @Nested
    class GivenASlotWhoseNodeDied {

        @Test
        void whenItIsRecoveredSoon_thenItIsRunAsTheSecondAttempt() {
            history.claim(SLOT, false);
            runnerAt(NOW.plus(SlotRunner.STILL_WORTH_IT)).onRecovered(SLOT);

            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
            assertThat(history.find(SLOT).orElseThrow().attempt()).isEqualTo(2);
        }

        @Test
        void whenItIsRecoveredTooLate_thenItIsAbandoned() {
            history.claim(SLOT, false);
            runnerAt(NOW.plus(SlotRunner.STILL_WORTH_IT).plusMillis(1)).onRecovered(SLOT);

            assertThat(outcomeOf(SLOT).kind()).isEqualTo(OutcomeKind.ABANDONED);
        }

        @Test
        void whenTheDeadNodeAnswersLate_thenItsResultIsRefused() {
            RunTicket first = history.claim(SLOT, false).orElseThrow();
            duringTheRun = () -> assertThat(history.end(first, OutcomeKind.PAGE_CRASH, "", NOW))
                    .isEmpty();
            runnerAt(NOW).onRecovered(SLOT);

            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
        }
    }

    @Nested
    class GivenARequestedRun {

        @Test
        void whenAScheduledRunIsGoing_thenItRunsAllTheSame() {
            RunId requested = history.claim(new Slot(SLOT.probe(), SLOT.location(), NOW.plusMillis(5)), true)
                    .orElseThrow()
                    .run();
            duringTheRun = () -> {
                duringTheRun = () -> {};
                runnerAt(NOW).onRequested(requested);
            };
            runnerAt(NOW).onPlanned(SLOT);

            assertThat(history.all()).allMatch(run -> run.state() == RunState.ENDED);
            assertThat(history.find(requested).orElseThrow().outcome()).contains(Outcome.ok());
        }

        @Test
        void whenItIsHandedOverTwice_thenItRunsOnce() {
            RunId requested = history.claim(SLOT, true).orElseThrow().run();
            runnerAt(NOW).onRequested(requested);
            runnerAt(NOW).onRequested(requested);

            assertThat(told).hasSize(1);
        }
    }

    private final class OkLaboratory extends Laboratory {
        @Override
        public RunResult run(Probe probe, Progress progress) {
            duringTheRun.run();
            return new RunResult(Outcome.ok(), new Engine("", "", ""), probe.profile(), 0, List.of());
        }
    }

    private static final class SameBrowser extends BrowserUpgrades {
        @Override
        public void note(Run run) {}
    }

    private final class NoMaintenance extends Maintenance {
        @Override
        public Optional<Window> covering(ProbeId probe, Collection<String> tags, Instant at) {
            return window.filter(one -> one.covers(probe, tags, at));
        }
    }

    private static final class NoJudge extends Judge {
        @Override
        public List<Verdict> judge(Probe probe, Run latest) {
            return List.of();
        }
    }

    private static final class NoSecondLook extends SecondLook {
        @Override
        void at(Probe probe, Run run) {}
    }

    private final class Listener extends IncidentBook {
        @Override
        public void note(Probe probe, Run run, List<Verdict> verdicts) {
            told.add(run);
        }
    }
}
