package dev.tidemark.web.api;

import static dev.tidemark.storage.run.HistoryFixture.NOW;
import static dev.tidemark.storage.run.HistoryFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunWaiterTest {
    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Nested
    class GivenARunThatIsCompleteAtTheSecondPoll {
        private final RunWaiter wait =
                new RunWaiter(run -> in(looks.incrementAndGet() < 2 ? RunState.RUNNING : RunState.ENDED), threads);

        @Test
        void whenItIsWaitedFor_thenTheCompletedRunIsReturned() throws Exception {
            assertThat(answer(wait, Duration.ofMinutes(1)).state()).isEqualTo(RunState.ENDED);
            assertThat(looks).hasValue(2);
        }

        @Test
        void whenNobodyWaits_thenTheCurrentRunIsReturned() throws Exception {
            assertThat(answer(wait, Duration.ZERO).state()).isEqualTo(RunState.RUNNING);
            assertThat(looks).hasValue(0);
        }
    }

    @Nested
    class GivenARunThatDoesNotEnd {
        private final RunWaiter wait = new RunWaiter(run -> in(RunState.RUNNING), threads);

        @Test
        void whenTheWaitTimesOut_thenTheCurrentRunIsReturned() throws Exception {
            assertThat(answer(wait, Duration.ofMillis(50)).state()).isEqualTo(RunState.RUNNING);
        }

        @Test
        void whenTooManyWait_thenTheNextIsReturnedAtOnce() {
            List<CompletableFuture<Run>> waiting = java.util.stream.IntStream.rangeClosed(0, RunWaiter.MAX_WAITING)
                    .mapToObj(i -> wait.untilEnded(in(RunState.RUNNING), Duration.ofMinutes(1))
                            .toCompletableFuture())
                    .toList();

            assertThat(waiting.get(RunWaiter.MAX_WAITING)).isDone();
            assertThat(waiting.get(RunWaiter.MAX_WAITING - 1)).isNotDone();
        }
    }

    @Nested
    class GivenADatabaseThatFails {
        @Test
        void whenItIsPolled_thenTheWaitEndsWithItsFailure() {
            RunWaiter wait = new RunWaiter(
                    run -> {
                        throw new IllegalStateException("no database");
                    },
                    threads);

            assertThat(wait.untilEnded(in(RunState.QUEUED), Duration.ofMinutes(1))
                            .toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .havingRootCause()
                    .withMessage("no database");
        }
    }

    private static Run answer(RunWaiter wait, Duration patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        return wait.untilEnded(in(RunState.RUNNING), patience)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static Run in(RunState state) {
        return new Run(
                RunId.newAt(NOW),
                HistoryFixture.slot(SHOP, NOW),
                false,
                Optional.of(NOW),
                Optional.empty(),
                state,
                state == RunState.ENDED ? Optional.of(Outcome.ok()) : Optional.empty(),
                1,
                Optional.empty(),
                Measurements.none(),
                List.of(),
                OptionalInt.empty());
    }
}
