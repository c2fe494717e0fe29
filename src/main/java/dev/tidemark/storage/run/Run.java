package dev.tidemark.storage.run;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run without its samples, for lists, trends and budgets.
 *
 * @param requested whether it was started by a user or script instead of the schedule
 * @param outcome empty until the run has ended
 * @param maintenance the name of the maintenance window in which it was planned; such runs are excluded from evaluation
 * @param measurements medians over the good samples; empty when the outcome is not OK
 */
public record Run(
        RunId id,
        Slot slot,
        boolean requested,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        RunState state,
        Optional<Outcome> outcome,
        int attempt,
        Optional<Engine> engine,
        Measurements measurements,
        List<AbsentMetric> absent,
        OptionalInt representative,
        Optional<String> maintenance) {

    public Run {
        absent = List.copyOf(absent);
    }

    /** A run without maintenance. */
    public Run(
            RunId id,
            Slot slot,
            boolean requested,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            RunState state,
            Optional<Outcome> outcome,
            int attempt,
            Optional<Engine> engine,
            Measurements measurements,
            List<AbsentMetric> absent,
            OptionalInt representative) {
        this(
                id,
                slot,
                requested,
                startedAt,
                finishedAt,
                state,
                outcome,
                attempt,
                engine,
                measurements,
                absent,
                representative,
                Optional.empty());
    }
}
