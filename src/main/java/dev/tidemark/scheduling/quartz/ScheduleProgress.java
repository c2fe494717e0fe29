package dev.tidemark.scheduling.quartz;

import dev.tidemark.platform.i18n.LocalizedMessage;
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
            return problem("unknown", MAX_AGE.toSeconds());
        }
        if (checkedIn.isEmpty()) {
            return problem("notRunning");
        }
        if (checkedIn.get().isBefore(now.minus(MAX_SILENCE))) {
            return problem("silent", checkedIn.get().toString());
        }
        return oldestDue
                .filter(due -> due.isBefore(now.minus(MAX_DELAY)))
                .flatMap(due -> problem("overdue", due.toString()));
    }

    private static Optional<String> problem(String key, Object... arguments) {
        return Optional.of(
                LocalizedMessage.of("schedule.problem." + key, arguments).toString());
    }
}
