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
 * A run without its samples: what lists, trends and budgets need.
 *
 * @param requested asked for by a person or script, not by the schedule
 * @param outcome empty until the run has ended
 * @param maintenance the announced window that it fell into, by name: such a run counts for nothing
 * @param measurements per-metric medians over the good samples; none when the outcome is not OK
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

    /** A run outside of any maintenance. */
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
