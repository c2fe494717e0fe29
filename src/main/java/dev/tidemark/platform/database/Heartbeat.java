package dev.tidemark.platform.database;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * Pings the database once a second, and at once on demand. Callers share the ping in progress, so that their number costs
 * nothing, and wait for it for a limited time: a database that is silent counts as unavailable.
 */
final class Heartbeat implements Runnable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Longer than a ping takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A response of this age is as good as a new one: a request asks twice, and must not wait for a database that has just become silent. */
    private static final Duration FRESH = Duration.ofMillis(20);

    private final Ping ping;
    private final BiConsumer<DatabaseStatus, DatabaseStatus> listener;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition answered = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private DatabaseStatus status;
    private long answers;
    private long answeredAt;
    private long askedAt;
    private boolean asking;
    private boolean demanded;
    private boolean ended;

    /** @param listener called after each ping with the status before and after it */
    Heartbeat(Ping ping, BiConsumer<DatabaseStatus, DatabaseStatus> listener, Clock clock) {
        this.ping = ping;
        this.listener = listener;
        this.clock = clock;
        this.status = new DatabaseStatus(
                DatabaseStatus.State.UNAVAILABLE, clock.instant(), Optional.empty(), reason("notConnected"));
    }

    /** Until {@link #end}. */
    @Override
    public void run() {
        while (begin()) {
            DatabaseStatus before = status;
            DatabaseStatus next = ask();
            lock.lock();
            try {
                status = next;
                asking = false;
                answers++;
                answeredAt = System.nanoTime();
                answered.signalAll();
            } finally {
                lock.unlock();
            }
            listener.accept(before, next);
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            wanted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The state by the last ping, without waiting. */
    DatabaseStatus current() {
        lock.lock();
        try {
            return isSilent() ? silent() : status;
        } finally {
            lock.unlock();
        }
    }

    /** The state by a ping that has just been answered. Waits for it while the database is believed to be available. */
    DatabaseStatus fresh() {
        lock.lock();
        try {
            if (!status.isAvailable() || isSilent() || nanosSince(answeredAt) < FRESH.toNanos()) {
                return isSilent() ? silent() : status;
            }
            demanded = true;
            wanted.signalAll();
            return await(answers) ? status : silent();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return status;
        } finally {
            lock.unlock();
        }
    }

    private boolean await(long seen) throws InterruptedException {
        long left = PATIENCE.toNanos() - (asking ? nanosSince(askedAt) : 0);
        while (answers == seen && left > 0) {
            left = answered.awaitNanos(left);
        }
        return answers > seen;
    }

    private boolean begin() {
        lock.lock();
        try {
            long left = answers == 0 ? 0 : INTERVAL.toNanos();
            while (!demanded && !ended && left > 0) {
                left = wanted.awaitNanos(left);
            }
            demanded = false;
            asking = true;
            askedAt = System.nanoTime();
            return !ended;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private DatabaseStatus ask() {
        DatabaseStatus before = status;
        try {
            return ping.isWritable()
                    ? before.available(clock.instant())
                    : before.not(DatabaseStatus.State.READ_ONLY, reason("readOnly"), clock.instant());
        } catch (SQLException | RuntimeException failed) {
            return before.not(DatabaseStatus.State.UNAVAILABLE, reason(failed), clock.instant());
        }
    }

    private boolean isSilent() {
        return asking && status.isAvailable() && nanosSince(askedAt) > PATIENCE.toNanos();
    }

    private DatabaseStatus silent() {
        Instant now = clock.instant();
        long waited = TimeUnit.NANOSECONDS.toMillis(nanosSince(askedAt));
        return status.not(DatabaseStatus.State.UNAVAILABLE, reason("silent", waited), now.minusMillis(waited));
    }

    /** The driver only says that reading timed out. */
    private String reason(Exception failed) {
        return FailureReason.root(failed) instanceof SocketTimeoutException
                ? reason("silent", TimeUnit.NANOSECONDS.toMillis(nanosSince(askedAt)))
                : FailureReason.of(failed);
    }

    private static String reason(String key, Object... arguments) {
        return LocalizedMessage.of("database.reason." + key, arguments).toString();
    }

    private static long nanosSince(long start) {
        return System.nanoTime() - start;
    }
}
