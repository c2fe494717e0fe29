package dev.tidemark.scheduling.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.it.ManualClock;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.prober.browser.RunProgress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DryRunsTest {

    private static final Probe PROBE = DefinitionReader.json("""
            {"id":"shop","name":"Shop","url":"https://shop.example/","every":"PT5M","samples":2}""").probes().get(0);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    private DryRuns trials(BiFunction<Probe, RunProgress, RunResult> measuring) {
        return new DryRuns(measuring, tasks::add, clock);
    }

    private static RunResult nothing(Probe probe) {
        return RunResult.of(new Engine("none", "", ""), probe.profile(), 0, List.of());
    }

    @Nested
    class GivenTwoDryRuns {
        @Test
        void whenTheyWaitAndRun_thenEachReportsItsProgress() {
            StringBuilder seen = new StringBuilder();
            DryRuns[] trials = new DryRuns[1];
            DryRun[] first = new DryRun[1];
            trials[0] = trials((probe, progress) -> {
                progress.at(2, 2, "loading");
                seen.append(trials[0].progressText(first[0]));
                return nothing(probe);
            });
            first[0] = trials[0].start(PROBE, Map.of("name", "Shop")).orElseThrow();
            DryRun second = trials[0].start(PROBE, Map.of()).orElseThrow();

            assertThat(trials[0].progressText(first[0])).hasToString("Waiting for a free browser");
            assertThat(trials[0].progressText(second)).hasToString("1 test run is ahead of this one");

            tasks.remove().run();

            assertThat(seen).hasToString("Sample 2 of 2, loading");
            assertThat(first[0].isFinished()).isTrue();
            assertThat(trials[0].progressText(second)).hasToString("Waiting for a free browser");
        }

        @Test
        void whenTheirResultsAreRequested_thenTheyAreReturnedWithTheForm() {
            DryRuns trials = trials((probe, progress) -> nothing(probe));
            DryRun trial = trials.start(PROBE, Map.of("name", "Shop")).orElseThrow();
            assertThat(trial.report()).isEmpty();

            tasks.remove().run();

            Optional<DryRun> found = trials.find(trial.id().toString());
            assertThat(found.orElseThrow().form()).containsEntry("name", "Shop");
            assertThat(found.get().report().orElseThrow().getHeadline())
                    .asString()
                    .contains("no sample was taken");
        }
    }

    @Nested
    class GivenADryRunThatThrows {
        @Test
        void whenItRuns_thenItEndsAsAMonitorFailureAndTheNextOneRuns() {
            DryRuns trials = trials((probe, progress) -> {
                throw new IllegalStateException("a bug");
            });
            DryRun broken = trials.start(PROBE, Map.of()).orElseThrow();
            DryRun next = trials.start(PROBE, Map.of()).orElseThrow();

            tasks.remove().run();
            tasks.remove().run();

            assertThat(broken.report().orElseThrow().getHeadline()).asString().startsWith("Monitor failure");
            assertThat(next.isFinished()).isTrue();
        }
    }

    @Nested
    class GivenAFullQueue {
        @Test
        void whenOneMoreIsStarted_thenItIsRejectedUntilOneCompletes() {
            DryRuns trials = trials((probe, progress) -> nothing(probe));
            for (int i = 0; i <= DryRuns.MAX_WAITING; i++) {
                assertThat(trials.start(PROBE, Map.of())).isPresent();
            }

            assertThat(trials.start(PROBE, Map.of())).isEmpty();
            tasks.remove().run();
            assertThat(trials.start(PROBE, Map.of())).isPresent();
        }
    }

    @Nested
    class GivenACompletedDryRun {
        @Test
        void whenHalfAnHourHasPassed_thenItIsReplacedByTheNextOne() {
            DryRuns trials = trials((probe, progress) -> nothing(probe));
            DryRun old = trials.start(PROBE, Map.of()).orElseThrow();
            tasks.remove().run();

            clock.advance(DryRuns.RETENTION.plusSeconds(1));
            trials.start(PROBE, Map.of());

            assertThat(trials.find(old.id().toString())).isEmpty();
            assertThat(trials.find("no-try")).isEmpty();
        }
    }
}
