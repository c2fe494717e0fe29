package dev.tidemark.scheduling.quartz;

import dev.tidemark.platform.runtime.PeriodicTasks;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Queries the progress of the schedule in the background, so that readiness is answered at once even if the database hangs. */
@ApplicationScoped
public class ScheduleProgressTask {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration FIRST = Duration.ofMillis(500);

    private static final String QUERY = """
            SELECT (SELECT last_checkin_time FROM qrtz_scheduler_state WHERE sched_name = ? AND instance_name = ?),
                   (SELECT min(next_fire_time) FROM qrtz_triggers WHERE sched_name = ? AND next_fire_time BETWEEN 1 AND ?)""";

    private final PeriodicTasks tasks;
    private final SchedulerLifecycle lifecycle;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/TidemarkQuartz")
    private DataSource database;

    private volatile ScheduleProgress progress = ScheduleProgress.UNKNOWN;

    @Inject
    public ScheduleProgressTask(PeriodicTasks tasks, SchedulerLifecycle lifecycle, Clock clock) {
        this.tasks = tasks;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    void begin(@Observes Startup startup) {
        tasks.schedule(FIRST, PAUSE, "Reading the state of the schedule failed; retrying", this::query);
    }

    /** As of a few seconds ago, without waiting. */
    ScheduleProgress latest() {
        return progress;
    }

    private void query() throws SQLException, SchedulerException {
        Optional<Scheduler> scheduler = lifecycle.running();
        if (scheduler.isPresent()
                && scheduler.get().isStarted()
                && !scheduler.get().isInStandbyMode()) {
            progress = query(scheduler.get());
        } else {
            progress = new ScheduleProgress(clock.instant(), Optional.empty(), Optional.empty());
        }
    }

    private ScheduleProgress query(Scheduler scheduler) throws SQLException, SchedulerException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, scheduler.getSchedulerName());
            statement.setString(2, scheduler.getSchedulerInstanceId());
            statement.setString(3, scheduler.getSchedulerName());
            statement.setLong(4, now.toEpochMilli());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new ScheduleProgress(now, instant(rows, 1), instant(rows, 2));
            }
        }
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
