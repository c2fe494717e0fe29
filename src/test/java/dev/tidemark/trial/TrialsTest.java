package dev.tidemark.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.browser.Progress;
import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.it.HandClock;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.RunResult;
import dev.tidemark.probe.Probe;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private static final Probe PROBE = DefinitionReader.json("""
            {"id":"shop","name":"Shop","url":"https://shop.example/","every":"PT5M","samples":2}""").probes().get(0);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    private Trials trials(BiFunction<Probe, Progress, RunResult> measuring) {
        return new Trials(measuring, tasks::add, clock);
    }

    private static RunResult nothing(Probe probe) {
        return RunResult.of(new Engine("none", "", ""), probe.profile(), 0, List.of());
    }

    @Nested
    class GivenTwoTries {
        @Test
        void whenTheyWaitAndRun_thenEachSaysHowFarItIs() {
            StringBuilder seen = new StringBuilder();
            Trials[] trials = new Trials[1];
            Trial[] first = new Trial[1];
            trials[0] = trials((probe, progress) -> {
                progress.at(2, 2, "loading");
                seen.append(trials[0].words(first[0]));
                return nothing(probe);
            });
            first[0] = trials[0].start(PROBE, Map.of("name", "Shop")).orElseThrow();
            Trial second = trials[0].start(PROBE, Map.of()).orElseThrow();

            assertThat(trials[0].words(first[0])).isEqualTo("Waiting for a free browser");
            assertThat(trials[0].words(second)).isEqualTo("1 try comes first");

            tasks.remove().run();

            assertThat(seen).hasToString("Sample 2 of 2, loading");
            assertThat(first[0].isOver()).isTrue();
            assertThat(trials[0].words(second)).isEqualTo("Waiting for a free browser");
        }

        @Test
        void whenTheirResultsAreAskedFor_thenTheyAreToldAndTheFormIsKept() {
            Trials trials = trials((probe, progress) -> nothing(probe));
            Trial trial = trials.start(PROBE, Map.of("name", "Shop")).orElseThrow();
            assertThat(trial.story()).isEmpty();

            tasks.remove().run();

            Optional<Trial> found = trials.find(trial.id().toString());
            assertThat(found.orElseThrow().form()).containsEntry("name", "Shop");
            assertThat(found.get().story().orElseThrow().getVerdict())
                    .asString()
                    .contains("no sample was taken");
        }
    }

    @Nested
    class GivenATryThatBreaksOurOwnCode {
        @Test
        void whenItIsMeasured_thenItEndsAsOurTroubleAndTheNextOneGoesOn() {
            Trials trials = trials((probe, progress) -> {
                throw new IllegalStateException("a bug");
            });
            Trial broken = trials.start(PROBE, Map.of()).orElseThrow();
            Trial next = trials.start(PROBE, Map.of()).orElseThrow();

            tasks.remove().run();
            tasks.remove().run();

            assertThat(broken.story().orElseThrow().getVerdict()).asString().startsWith("Our own trouble");
            assertThat(next.isOver()).isTrue();
        }
    }

    @Nested
    class GivenAsManyAsMayWait {
        @Test
        void whenOneMoreComes_thenItIsRefusedUntilOneIsOver() {
            Trials trials = trials((probe, progress) -> nothing(probe));
            for (int i = 0; i <= Trials.MOST_WAITING; i++) {
                assertThat(trials.start(PROBE, Map.of())).isPresent();
            }

            assertThat(trials.start(PROBE, Map.of())).isEmpty();
            tasks.remove().run();
            assertThat(trials.start(PROBE, Map.of())).isPresent();
        }
    }

    @Nested
    class GivenATryThatIsOver {
        @Test
        void whenHalfAnHourHasGone_thenTheNextOneTakesItsPlace() {
            Trials trials = trials((probe, progress) -> nothing(probe));
            Trial old = trials.start(PROBE, Map.of()).orElseThrow();
            tasks.remove().run();

            clock.advance(Trials.KEPT.plusSeconds(1));
            trials.start(PROBE, Map.of());

            assertThat(trials.find(old.id().toString())).isEmpty();
            assertThat(trials.find("no-try")).isEmpty();
        }
    }
}
