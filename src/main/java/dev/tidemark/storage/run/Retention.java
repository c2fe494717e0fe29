package dev.tidemark.storage.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Summarizes and deletes old runs. Should run about once an hour. */
@ApplicationScoped
public class Retention {
    private static final int BATCH_SIZE = 50;
    private static final int MAX_BATCHES = 1_000;

    private final RetentionTasks tasks;
    private final RetentionSettings settings;

    @Inject
    public Retention(RetentionTasks tasks, RetentionSettings settings) {
        this.tasks = tasks;
        this.settings = settings;
    }

    /**
     * Makes the tables of coming days, sums up the days that have ended, and drops what is older than it is to be kept. May run
     * on several nodes at once and may be cut off at any point: the next sweep goes on.
     */
    public RetentionResult run(Instant now) {
        tasks.createPartitions(now);
        int days = 0;
        int summarized = BATCH_SIZE;
        for (int batch = 0; batch < MAX_BATCHES && summarized == BATCH_SIZE; batch++) {
            summarized = tasks.summarizeDays(now, BATCH_SIZE);
            days += summarized;
        }
        return new RetentionResult(days, tasks.drop(now, settings));
    }

    /** What a sweep did. @param days of single probes at single locations that were summed up */
    public record RetentionResult(int days, int tablesDropped) {}
}
