package dev.tidemark.history;

import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.observation.Engine;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;
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
        List<Absence> absent,
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
            List<Absence> absent,
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
