package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeriodicTasksTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final PeriodicTasks rounds = new PeriodicTasks(ready::get, Executors.defaultThreadFactory());

    @AfterEach
    void end() throws InterruptedException {
        rounds.end(null);
    }

    private static void await(Semaphore done, int times) throws InterruptedException {
        assertThat(done.tryAcquire(times, 30, TimeUnit.SECONDS)).isTrue();
    }

    @Nested
    class GivenATaskThatHangs {

        @Test
        void whenAnotherTaskIsDue_thenItRuns() throws InterruptedException {
            CountDownLatch hung = new CountDownLatch(1);
            Semaphore done = new Semaphore(0);
            rounds.schedule(SHORT, "the first fails", hung::await);
            rounds.schedule(SHORT, "the second fails", done::release);

            await(done, 20);
            hung.countDown();
        }
    }

    @Nested
    class GivenAMissingSchema {

        @Test
        void whenItIsCreatedLater_thenNoTaskRunsBefore() throws InterruptedException {
            ready.set(false);
            Semaphore done = new Semaphore(0);
            Semaphore other = new Semaphore(0);
            PeriodicTask round = new PeriodicTask(ready::get, "fails", done::release);
            round.run();
            assertThat(done.availablePermits()).isZero();

            ready.set(true);
            rounds.schedule(SHORT, "fails", other::release);
            await(other, 2);
        }
    }

    @Nested
    class GivenATaskThatFails {

        @Test
        void whenItFailsThreeTimesThenSucceedsAndFails_thenItContinuesAndWarnsTwice() {
            List<Level> levels = new ArrayList<>();
            Handler ear = ear(levels);
            Logger log = Logger.getLogger(PeriodicTask.class.getName());
            log.addHandler(ear);
            log.setLevel(Level.ALL);
            AtomicBoolean fails = new AtomicBoolean(true);
            PeriodicTask round = new PeriodicTask(() -> true, "it fails", () -> {
                if (fails.get()) {
                    throw new IllegalStateException("as the test wants");
                }
            });
            try {
                round.run();
                round.run();
                round.run();
                fails.set(false);
                round.run();
                fails.set(true);
                round.run();
            } finally {
                log.removeHandler(ear);
                log.setLevel(null);
            }

            assertThat(levels).containsExactly(Level.WARNING, Level.FINE, Level.FINE, Level.WARNING);
        }
    }

    @Nested
    class GivenShutdown {

        @Test
        void whenATaskIsRunning_thenItCompletesAndNoneFollows() throws InterruptedException {
            Semaphore begun = new Semaphore(0);
            Semaphore ended = new Semaphore(0);
            rounds.schedule(SHORT, "fails", () -> {
                begun.release();
                Thread.sleep(50);
                ended.release();
            });
            await(begun, 1);

            rounds.end(null);

            int rounded = ended.availablePermits();
            assertThat(rounded).isPositive();
            assertThat(begun.availablePermits() + 1).isEqualTo(rounded);
        }
    }

    private static Handler ear(List<Level> levels) {
        return new Handler() {
            @Override
            public void publish(LogRecord told) {
                levels.add(told.getLevel());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
