package dev.tidemark.storage.run;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.NodeName;
import dev.tidemark.storage.timeseries.SqlStatement;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes the states of runs. Each change is one statement that checks the attempt and the previous state, so that only one of
 * two nodes can change a row. Within an attempt the state only moves forward; a new attempt starts at QUEUED.
 */
record SlotLedger(EntityManager entities) {
    Optional<RunTicket> claim(Slot requestedSlot, boolean requested, Instant now) {
        Slot slot = PlannedInstant.stored(requestedSlot);
        RunId run = PlannedInstant.newRun(slot);
        ensureSeries(slot);
        int rows = SqlStatement.of(
                        entities,
                        """
                        INSERT INTO run (id, probe, location, planned_at, requested, state, state_since, attempt, node)
                        VALUES (?1, ?2, ?3, ?4, ?5, 'QUEUED', ?6, 1, ?7)
                        ON CONFLICT (probe, location, planned_at) DO NOTHING""",
                        run.value(),
                        slot.probe().slug(),
                        slot.location().name(),
                        slot.plannedAt(),
                        requested,
                        now,
                        NodeName.ofThisProcess())
                .executeUpdate();
        return rows == 1 ? Optional.of(new RunTicket(run, slot, 1)) : Optional.empty();
    }

    boolean start(RunTicket ticket, Instant at) {
        String sql = """
                UPDATE run SET state = 'RUNNING', state_since = ?4, started_at = ?4, node = ?5
                WHERE id = ?1 AND planned_at = ?2 AND attempt = ?3 AND state = 'QUEUED'""";
        return update(sql, ticket, at, NodeName.ofThisProcess());
    }

    void flagMaintenance(RunTicket ticket, String maintenance) {
        String sql = "UPDATE run SET maintenance = ?3 WHERE id = ?1 AND planned_at = ?2 AND state <> 'ENDED'";
        SqlStatement.of(entities, sql, ticket.run().value(), PlannedInstant.of(ticket.run()), maintenance)
                .executeUpdate();
    }

    boolean end(RunTicket ticket, Outcome outcome, Instant at) {
        boolean ended = updateOutcome(ticket, outcome, at);
        if (ended) {
            new OutcomeMeasurementWriter(entities).write(ticket.run());
        }
        return ended;
    }

    private boolean updateOutcome(RunTicket ticket, Outcome outcome, Instant at) {
        String sql = """
                UPDATE run SET state = 'ENDED', state_since = ?4, finished_at = ?4, outcome = ?5, fault = ?6, detail = ?7
                WHERE id = ?1 AND planned_at = ?2 AND attempt = ?3 AND state <> 'ENDED'""";
        return update(sql, ticket, at, outcome.kind().name(), outcome.fault().name(), outcome.detail());
    }

    /** Starts the next attempt at a run that has not ended. */
    boolean requeue(RunTicket next, Instant at) {
        String sql = """
                UPDATE run SET state = 'QUEUED', state_since = ?4, started_at = NULL, attempt = CAST(?3 AS smallint)
                WHERE id = ?1 AND planned_at = ?2 AND attempt = CAST(?3 AS smallint) - 1 AND state <> 'ENDED'""";
        return update(sql, next, at);
    }

    /** The node that queued or started the run last. */
    Optional<String> node(RunId run) {
        String sql = "SELECT coalesce(node, '') FROM run WHERE id = ?1 AND planned_at = ?2";
        List<?> names = SqlStatement.of(entities, sql, run.value(), PlannedInstant.of(run))
                .getResultList();
        return names.stream()
                .map(String::valueOf)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /** Creates the series of the probe at the location if it does not exist. */
    private void ensureSeries(Slot slot) {
        SqlStatement.of(entities, """
                        INSERT INTO series (probe, location)
                        SELECT CAST(?1 AS text), CAST(?2 AS text)
                        WHERE NOT EXISTS (SELECT 1 FROM series WHERE probe = ?1 AND location = ?2)
                        ON CONFLICT DO NOTHING""", slot.probe().slug(), slot.location().name())
                .executeUpdate();
    }

    private boolean update(String sql, RunTicket ticket, Instant at, Object... more) {
        Object[] parameters = new Object[4 + more.length];
        parameters[0] = ticket.run().value();
        parameters[1] = PlannedInstant.of(ticket.run());
        parameters[2] = ticket.attempt();
        parameters[3] = at;
        System.arraycopy(more, 0, parameters, 4, more.length);
        return SqlStatement.of(entities, sql, parameters).executeUpdate() == 1;
    }
}
