package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.result.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The budget of extra runs to confirm candidates: at most 48 a day; after that, candidates wait for scheduled runs. */
record ConfirmationBudget(ChangePointStore store, Slot slot, Instant now) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_PER_DAY = 48;

    /** Whether an extra run is needed; if so, it is recorded as requested. */
    boolean requestRun(List<ChangePointEntity> candidates) {
        List<ChangePointEntity> open =
                candidates.stream().filter(ChangePointEntity::isOpen).toList();
        boolean needed = !open.isEmpty()
                && open.stream().noneMatch(ChangePointEntity::isWaiting)
                && store.requestedRuns(slot, now.minus(DAY)) < MAX_PER_DAY;
        if (needed) {
            open.get(0).requestRun(now);
        }
        return needed;
    }
}
