package dev.tidemark.scheduling.quartz;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether due slots start, as of an instant.
 *
 * @param checkedAt when the database was queried
 * @param checkedIn the last check-in of this node with the cluster of its location; empty while Quartz does not run
 * @param oldestDue the planned time of the slot that has been waiting longest; empty if none is due
 */
record ScheduleProgress(Instant checkedAt, Optional<Instant> checkedIn, Optional<Instant> oldestDue) {

    /** Nothing is known at first, nor when the database does not answer. */
    static final ScheduleProgress UNKNOWN = new ScheduleProgress(Instant.MIN, Optional.empty(), Optional.empty());

    /** The state is queried every two seconds. */
    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    /** A node checks in every three seconds; others consider it dead after 10.5 s. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(20);

    /** Quartz skips slots that have waited for a free thread for a minute, so that only a stuck one is older. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(90);

    /** Why slots do not start, as a sentence; empty if they do. */
    Optional<String> problem(Instant now) {
        if (checkedAt.isBefore(now.minus(MAX_AGE))) {
            return Optional.of("The schedule could not be read from the database in the last " + MAX_AGE.toSeconds()
                    + " s, so that it is unknown whether checks start.");
        }
        if (checkedIn.isEmpty()) {
            return Optional.of("The scheduler of this node does not run.");
        }
        if (checkedIn.get().isBefore(now.minus(MAX_SILENCE))) {
            return Optional.of("The scheduler of this node last checked in at " + checkedIn.get() + ".");
        }
        return oldestDue
                .filter(due -> due.isBefore(now.minus(MAX_DELAY)))
                .map(due -> "A check that was due at " + due + " has not started.");
    }
}
