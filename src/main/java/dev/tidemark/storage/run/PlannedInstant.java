package dev.tidemark.storage.run;

import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Run IDs contain the planned time (ms) in their first 48 bits (RFC 9562, version 7), so that an ID leads to the only partition
 * that can contain the run.
 */
final class PlannedInstant {
    private static final int BITS_BELOW_TIME = 16;

    private PlannedInstant() {}

    /** The slot as stored: with a planned time in whole milliseconds. */
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
