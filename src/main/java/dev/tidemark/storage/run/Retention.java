package dev.tidemark.storage.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Summarizes and deletes old runs. Should run about once an hour. */
@ApplicationScoped
public class Retention {
    private static final int DAYS_AT_ONCE = 50;
    private static final int MOST_ROUNDS = 1_000;

    private final RetentionTasks upkeep;
    private final RetentionSettings keep;

    @Inject
    public Retention(RetentionTasks upkeep, RetentionSettings keep) {
        this.upkeep = upkeep;
        this.keep = keep;
    }

    /**
     * Makes the tables of coming days, sums up the days that have ended, and drops what is older than it is to be kept. May run
     * on several nodes at once and may be cut off at any point: the next sweep goes on.
     */
    public Swept sweep(Instant now) {
        upkeep.makeAhead(now);
        int days = 0;
        int found = DAYS_AT_ONCE;
        for (int round = 0; round < MOST_ROUNDS && found == DAYS_AT_ONCE; round++) {
            found = upkeep.sumUp(now, DAYS_AT_ONCE);
            days += found;
        }
        return new Swept(days, upkeep.drop(now, keep));
    }

    /** What a sweep did. @param days of single probes at single locations that were summed up */
    public record Swept(int days, int tablesDropped) {}
}
