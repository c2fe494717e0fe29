package dev.tidemark.scheduling.quartz;

import dev.tidemark.prober.browser.BrowserProber;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunTicket;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes this node out of the schedule without losing a slot: it starts no further runs, waits for those in progress, and hands
 * the rest over to the other nodes of the location.
 */
@ApplicationScoped
public class NodeShutdown {

    /** How long runs in progress may take to finish. The launcher and systemd allow more than this. */
    static final Duration DRAIN_LIMIT = Duration.ofSeconds(30);

    private static final long PAUSE_MILLIS = 250;
    private static final Logger LOG = Logger.getLogger(NodeShutdown.class.getName());

    private final SchedulerLifecycle lifecycle;
    private final ActiveRuns activeRuns;
    private final RunHistory history;
    private final BrowserProber browsers;
    private final NodeHeartbeat heartbeat;

    @Inject
    public NodeShutdown(
            SchedulerLifecycle lifecycle,
            ActiveRuns activeRuns,
            RunHistory history,
            BrowserProber browsers,
            NodeHeartbeat heartbeat) {
        this.lifecycle = lifecycle;
        this.activeRuns = activeRuns;
        this.history = history;
        this.browsers = browsers;
        this.heartbeat = heartbeat;
    }

    /** Runs before every other observer: periodic tasks, such as the delivery of notifications, go on until the runs have ended. */
    void begin(@Observes @Priority(1) Shutdown shutdown) {
        drain(DRAIN_LIMIT);
    }

    void drain(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        do {
            lifecycle.standby();
            pause();
        } while (!lifecycle.isQuiet() && System.nanoTime() < deadline);
        while (!activeRuns.tickets().isEmpty() && System.nanoTime() < deadline) {
            pause();
        }
        if (!activeRuns.tickets().isEmpty()) {
            activeRuns.tickets().forEach(this::handOver);
            browsers.shutDown();
        }
        lifecycle.stop();
        heartbeat.stop();
    }

    /** The next attempt belongs to the node that takes the run; whatever this node still records is rejected. */
    private void handOver(RunTicket ticket) {
        try {
            history.takeOver(ticket.run());
            LOG.info(() -> "Handing over run " + ticket.run() + " of probe "
                    + ticket.slot().probe());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "Run " + ticket.run() + " could not be handed over; other nodes will recover it");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
