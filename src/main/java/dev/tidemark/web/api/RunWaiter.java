package dev.tidemark.web.api;

import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Waits until runs end, by reading their rows twice a second, because another node may execute them. Between two reads
 * no thread, connection or transaction is held.
 */
@ApplicationScoped
public class RunWaiter {
    static final Duration MAX_WAIT = Duration.ofMinutes(2);
    static final int MAX_WAITING = 200;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final AtomicInteger waiting = new AtomicInteger();
    private final UnaryOperator<Run> read;

    @Resource
    private ManagedScheduledExecutorService managed;

    private final ScheduledExecutorService testScheduler;

    @Inject
    public RunWaiter(RunHistory history) {
        this(run -> history.find(run.id()).orElse(run), null);
    }

    RunWaiter(UnaryOperator<Run> reader, ScheduledExecutorService testScheduler) {
        this.read = reader;
        this.testScheduler = testScheduler;
    }

    /**
     * Completes with the ended run, or with its current state after the timeout (at most two minutes) or when too many
     * requests wait.
     */
    CompletionStage<Run> untilEnded(Run run, Duration timeout) {
        if (isOver(run) || timeout.isZero()) {
            return CompletableFuture.completedFuture(run);
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return CompletableFuture.completedFuture(run);
        }
        Duration limited = timeout.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : timeout;
        CompletableFuture<Run> answer = new CompletableFuture<>();
        answer.whenComplete((found, failure) -> waiting.decrementAndGet());
        schedule(run, System.nanoTime() + limited.toNanos(), answer);
        return answer;
    }

    private void schedule(Run last, long deadline, CompletableFuture<Run> answer) {
        long remaining = deadline - System.nanoTime();
        try {
            scheduler()
                    .schedule(
                            () -> read(last, deadline, answer),
                            Math.max(0, Math.min(POLL_INTERVAL.toNanos(), remaining)),
                            TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException rejected) {
            answer.complete(last);
        }
    }

    private void read(Run last, long deadline, CompletableFuture<Run> answer) {
        try {
            Run now = read.apply(last);
            if (isOver(now) || System.nanoTime() >= deadline) {
                answer.complete(now);
            } else {
                schedule(now, deadline, answer);
            }
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private ScheduledExecutorService scheduler() {
        return testScheduler == null ? managed : testScheduler;
    }

    private static boolean isOver(Run run) {
        return run.state() == RunState.ENDED;
    }
}
