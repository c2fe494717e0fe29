package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.config.maintenance.MaintenanceSchedule;
import dev.tidemark.config.maintenance.MaintenanceWindow;
import dev.tidemark.config.maintenance.SingleOccurrence;
import dev.tidemark.config.maintenance.WindowScope;
import dev.tidemark.config.secret.SecretsFixture;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.prober.browser.BrowserProber;
import dev.tidemark.prober.browser.RunProgress;
import dev.tidemark.prober.http.HttpProber;
import dev.tidemark.storage.marker.BrowserUpgrades;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
import dev.tidemark.storage.spool.ResultSpool;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotRunnerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Slot SLOT = new Slot(new ProbeId("shop"), LocationName.DEFAULT, NOW);

    private final InMemoryHistory history = new InMemoryHistory();
    private final InMemoryCatalog catalogue = new InMemoryCatalog().with(InMemoryCatalog.probe("shop", true), NOW);
    private final ActiveRuns underWay = new ActiveRuns();
    private final List<Run> told = new ArrayList<>();
    private Runnable duringTheRun = () -> {};
    private Optional<MaintenanceWindow> window = Optional.empty();

    @TempDir
    private Path data;

    private SlotRunner runnerAt(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        RunAssessment assessment = new RunAssessment(new NoJudge(), new Listener(), new NoSecondLook());
        ResultSpool spool = new ResultSpool(data.toString());
        Pipeline pipeline = new Pipeline(
                new OkLaboratory(),
                new HttpProber(null, null) {},
                history,
                new ResultRecorder(history, spool, catalogue, assessment, clock),
                assessment,
                new SameBrowser(),
                new NoMaintenance(),
                underWay,
                SecretsFixture.of(Map.of()),
                clock);
        return new SlotRunner(
                catalogue,
                history,
                pipeline,
                underWay,
                new LossReasons(history, new InMemoryNodes(), new DatabaseOutages(), clock),
                clock);
    }

    private Outcome outcomeOf(Slot slot) {
        return history.find(slot).orElseThrow().outcome().orElseThrow();
    }

    @Nested
    class GivenAPlannedSlot {

        @Test
        void whenItIsFired_thenItIsRunRecordedAndReported() {
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
        void whenItIsInMaintenance_thenItRunsAndIsFlagged() {
            Interval lunch = new Interval(NOW, NOW.plusSeconds(1));
            window = Optional.of(new MaintenanceWindow(
                    "lunch", "Lunch", new WindowScope(Set.of(), Set.of()), new SingleOccurrence(lunch)));
            runnerAt(NOW).onPlanned(SLOT);
            runnerAt(NOW).onPlanned(new Slot(SLOT.probe(), SLOT.location(), NOW.plusSeconds(1)));

            assertThat(history.all())
                    .extracting(run -> run.maintenance().orElse("none"))
                    .containsExactly("Lunch", "none");
            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
        }

        @Test
        void whenThePreviousRunIsStillRunning_thenItIsMissedWithAReason() {
            Slot next = new Slot(SLOT.probe(), SLOT.location(), NOW.plusSeconds(60));
            duringTheRun = () -> runnerAt(NOW).onPlanned(next);
            runnerAt(NOW).onPlanned(SLOT);

            assertThat(outcomeOf(next).kind()).isEqualTo(OutcomeType.MISSED);
            assertThat(outcomeOf(next).detail()).contains("previous run");
            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
        }

        @Test
        void whenTheProbeIsDeleted_thenThereIsNoRun() {
            runnerAt(NOW).onPlanned(new Slot(new ProbeId("gone"), LocationName.DEFAULT, NOW));

            assertThat(history.all()).isEmpty();
        }

        @Test
        void whenTheMonitorFails_thenItEndsAsAMonitorFailureAndTheNextRunStarts() {
            duringTheRun = () -> {
                throw new IllegalStateException("provoked");
            };
            runnerAt(NOW).onPlanned(SLOT);
            duringTheRun = () -> {};
            Slot next = new Slot(SLOT.probe(), SLOT.location(), NOW.plusSeconds(60));
            runnerAt(NOW).onPlanned(next);

            assertThat(outcomeOf(SLOT).kind()).isEqualTo(OutcomeType.INTERNAL);
            assertThat(outcomeOf(next)).isEqualTo(Outcome.ok());
        }
    }

    @Nested
    class GivenASlotOfAFailedNode {

        @Test
        void whenItIsRecoveredSoon_thenItIsRunAsTheSecondAttempt() {
            history.claim(SLOT, false);
            runnerAt(NOW.plus(SlotRunner.MAX_DELAY)).onRecovered(SLOT);

            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
            assertThat(history.find(SLOT).orElseThrow().attempt()).isEqualTo(2);
        }

        @Test
        void whenItIsRecoveredTooLate_thenItIsAbandoned() {
            history.claim(SLOT, false);
            runnerAt(NOW.plus(SlotRunner.MAX_DELAY).plusMillis(1)).onRecovered(SLOT);

            assertThat(outcomeOf(SLOT).kind()).isEqualTo(OutcomeType.ABANDONED);
        }

        @Test
        void whenTheFailedNodeReportsLate_thenItsResultIsRejected() {
            RunTicket first = history.claim(SLOT, false).orElseThrow();
            duringTheRun = () -> assertThat(history.end(first, OutcomeType.PAGE_CRASH, "", NOW))
                    .isEmpty();
            runnerAt(NOW).onRecovered(SLOT);

            assertThat(outcomeOf(SLOT)).isEqualTo(Outcome.ok());
        }
    }

    @Nested
    class GivenARequestedRun {

        @Test
        void whenAScheduledRunIsRunning_thenItRunsNevertheless() {
            RunId requested = history.claim(new Slot(SLOT.probe(), SLOT.location(), NOW.plusMillis(5)), true)
                    .orElseThrow()
                    .run();
            duringTheRun = () -> {
                duringTheRun = () -> {};
                runnerAt(NOW).onQueued(requested);
            };
            runnerAt(NOW).onPlanned(SLOT);

            assertThat(history.all()).allMatch(run -> run.state() == RunState.ENDED);
            assertThat(history.find(requested).orElseThrow().outcome()).contains(Outcome.ok());
        }

        @Test
        void whenItIsSubmittedTwice_thenItRunsOnce() {
            RunId requested = history.claim(SLOT, true).orElseThrow().run();
            runnerAt(NOW).onQueued(requested);
            runnerAt(NOW).onQueued(requested);

            assertThat(told).hasSize(1);
        }
    }

    private final class OkLaboratory extends BrowserProber {

        OkLaboratory() {
            super(null, null, null);
        }

        @Override
        public RunResult run(Probe probe, RunProgress progress) {
            duringTheRun.run();
            return new RunResult(Outcome.ok(), new Engine("", "", ""), probe.profile(), 0, List.of());
        }
    }

    private static final class SameBrowser extends BrowserUpgrades {

        SameBrowser() {
            super(null, null);
        }

        @Override
        public void detect(Run run) {}
    }

    private final class NoMaintenance extends MaintenanceSchedule {

        NoMaintenance() {
            super(null);
        }

        @Override
        public Optional<MaintenanceWindow> activeWindow(ProbeId probe, Collection<String> tags, Instant at) {
            return window.filter(one -> one.covers(probe, tags, at));
        }
    }

    private static final class NoJudge extends BudgetEvaluator {

        NoJudge() {
            super(null, null, null, null);
        }

        @Override
        public List<Verdict> evaluate(Probe probe, Run latest) {
            return List.of();
        }
    }

    private static final class NoSecondLook extends ChangeConfirmation {

        NoSecondLook() {
            super(null, null);
        }

        @Override
        void check(Probe probe, Run run) {}
    }

    private final class Listener extends IncidentTracker {

        Listener() {
            super(null, null, null, null, null, null);
        }

        @Override
        public void track(Probe probe, Run run, List<Verdict> verdicts) {
            told.add(run);
        }
    }
}
