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
 * Waits for the end of runs by looking at their rows twice a second: the node that runs it may be another one. Between two looks
 * nothing is held but a few words of memory.
 */
@ApplicationScoped
public class RunWaiter {
    static final Duration LONGEST = Duration.ofMinutes(2);
    static final int MOST_WAITING = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final AtomicInteger waiting = new AtomicInteger();
    private final UnaryOperator<Run> look;

    @Resource
    private ManagedScheduledExecutorService managed;

    private final ScheduledExecutorService own;

    @Inject
    public RunWaiter(RunHistory history) {
        this(run -> history.find(run.id()).orElse(run), null);
    }

    RunWaiter(UnaryOperator<Run> look, ScheduledExecutorService own) {
        this.look = look;
        this.own = own;
    }

    /** The run when it has ended, or as it is when the time (at most two minutes) is over or too many wait already. */
    CompletionStage<Run> forEnd(Run run, Duration patience) {
        if (isOver(run) || patience.isZero()) {
            return CompletableFuture.completedFuture(run);
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return CompletableFuture.completedFuture(run);
        }
        Duration bounded = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        CompletableFuture<Run> answer = new CompletableFuture<>();
        answer.whenComplete((found, failure) -> waiting.decrementAndGet());
        lookAgain(run, System.nanoTime() + bounded.toNanos(), answer);
        return answer;
    }

    private void lookAgain(Run last, long deadline, CompletableFuture<Run> answer) {
        long left = deadline - System.nanoTime();
        try {
            scheduler()
                    .schedule(
                            () -> look(last, deadline, answer),
                            Math.max(0, Math.min(BETWEEN_LOOKS.toNanos(), left)),
                            TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopping) {
            answer.complete(last);
        }
    }

    private void look(Run last, long deadline, CompletableFuture<Run> answer) {
        try {
            Run now = look.apply(last);
            if (isOver(now) || System.nanoTime() >= deadline) {
                answer.complete(now);
            } else {
                lookAgain(now, deadline, answer);
            }
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private ScheduledExecutorService scheduler() {
        return own == null ? managed : own;
    }

    private static boolean isOver(Run run) {
        return run.state() == RunState.ENDED;
    }
}
