package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
import dev.tidemark.storage.spool.ResultSpool;
import dev.tidemark.storage.spool.SpooledResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores results. One that the database does not take is spooled, and stored with its own times as soon as possible: within
 * seconds, or after the next start.
 */
@ApplicationScoped
public class ResultRecorder {

    /** Attempts after which a result that is rejected as invalid is set aside. */
    private static final int MAX_ATTEMPTS = 3;

    private static final Logger LOG = Logger.getLogger(ResultRecorder.class.getName());

    private final RunHistory history;
    private final ResultSpool spool;
    private final ProbeCatalog catalog;
    private final RunAssessment assessment;
    private final Clock clock;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    @Inject
    public ResultRecorder(
            RunHistory history, ResultSpool spool, ProbeCatalog catalog, RunAssessment assessment, Clock clock) {
        this.history = history;
        this.spool = spool;
        this.catalog = catalog;
        this.assessment = assessment;
        this.clock = clock;
    }

    /** Empty if the result is spooled, or if the ticket is not valid any more. */
    Optional<Run> record(RunTicket ticket, RunResult result) {
        Instant finishedAt = clock.instant();
        try {
            storeSpooled();
            return history.record(ticket, result, finishedAt);
        } catch (RuntimeException e) {
            if (spool.add(new SpooledResult(ticket, result, finishedAt))) {
                LOG.log(
                        Level.WARNING,
                        e,
                        () -> "The result of run " + ticket.run() + " of "
                                + ticket.slot().probe() + " cannot be stored now and has been spooled");
            }
            return Optional.empty();
        }
    }

    /** Stores and evaluates spooled results by planned time. Throws while the database is unreachable. */
    synchronized void storeSpooled() {
        for (String name : spool.names()) {
            spool.find(name).ifPresent(this::store);
        }
    }

    private void store(SpooledResult spooled) {
        RunTicket ticket = spooled.ticket();
        Optional<Run> stored;
        try {
            stored = history.record(ticket, spooled.result(), spooled.finishedAt());
        } catch (RuntimeException e) {
            rejectOrRethrow(spooled, e);
            return;
        }
        spool.remove(spooled);
        stored.ifPresentOrElse(this::assess, () -> logDropped(ticket));
    }

    /** A result that the database does not take although it works is set aside: it would fail again. */
    private void rejectOrRethrow(SpooledResult spooled, RuntimeException failure) {
        if (isTemporary(failure)) {
            throw failure;
        }
        String run = spooled.ticket().run().toString();
        if (failures.merge(run, 1, Integer::sum) >= MAX_ATTEMPTS) {
            failures.remove(run);
            spool.reject(spooled);
            LOG.log(
                    Level.SEVERE,
                    failure,
                    () -> "The database rejects the result of run " + run
                            + ", which has been set aside in the spool directory");
        }
    }

    /** Anything but invalid data (SQLSTATE classes 22 and 23): no connection, a full disk, a read-only database. */
    private static boolean isTemporary(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return !sql.getSQLState().startsWith("22") && !sql.getSQLState().startsWith("23");
            }
        }
        return true;
    }

    private void assess(Run run) {
        LOG.info(() ->
                "The spooled result of run " + run.id() + " of " + run.slot().probe() + " has been stored");
        catalog.find(run.slot().probe()).ifPresent(entry -> assessment.assess(entry.probe(), run));
    }

    private void logDropped(RunTicket ticket) {
        boolean own = history.find(ticket.run())
                .filter(run -> run.state() == RunState.ENDED && run.attempt() == ticket.attempt())
                .isPresent();
        LOG.warning(() -> "The spooled result of run " + ticket.run() + " of "
                + ticket.slot().probe()
                + (own ? " had been stored before" : " is dropped, as another node has taken the run over"));
    }
}
