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
     * Creates upcoming partitions, summarizes completed days, and drops expired data. Safe to run on several nodes at once, and
     * to be interrupted at any point.
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

    /**
     * The result of a retention run.
     *
     * @param days the number of summarized days, counted per probe and location
     */
    public record RetentionResult(int days, int tablesDropped) {}
}
