package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.result.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether another run is worth its price: making sure may cost so many runs a day, and waits for the schedule afterwards. */
record ConfirmationBudget(ChangePointStore store, Slot slot, Instant now) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_PER_DAY = 48;

    /** Whether one is wanted; it is noted as asked for. */
    boolean wants(List<ChangePointEntity> cases) {
        List<ChangePointEntity> open = cases.stream().filter(ChangePointEntity::isOpen).toList();
        boolean wanted = !open.isEmpty()
                && open.stream().noneMatch(ChangePointEntity::isWaiting)
                && store.asked(slot, now.minus(DAY)) < MOST_PER_DAY;
        if (wanted) {
            open.get(0).ask(now);
        }
        return wanted;
    }
}
