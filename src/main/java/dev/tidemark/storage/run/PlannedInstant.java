package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A run's id carries its planned instant (ms) in its first 48 bits, as RFC 9562 lays out version 7. So an id alone leads
 * to the one partition that can hold the run, instead of asking each.
 */
final class PlannedInstant {
    private static final int BITS_BELOW_TIME = 16;

    private PlannedInstant() {}

    /** The slot as it is stored: planned to the millisecond. */
    static Slot stored(Slot slot) {
        return new Slot(slot.probe(), slot.location(), slot.plannedAt().truncatedTo(ChronoUnit.MILLIS));
    }

    static RunId newRun(Slot slot) {
        return RunId.newAt(slot.plannedAt());
    }

    static Instant of(RunId run) {
        return Instant.ofEpochMilli(run.value().getMostSignificantBits() >>> BITS_BELOW_TIME);
    }
}
