package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.impl.jdbcjobstore.SchedulerStateRecord;
import org.slf4j.LoggerFactory;

class DatabaseTimeDelegateIT {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long TOLERANCE = Duration.ofSeconds(30).toMillis();

    private final DatabaseTimeDelegate delegate = new DatabaseTimeDelegate();
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = TestDatabase.fresh().connect();
        delegate.initialize(LoggerFactory.getLogger(getClass()), "qrtz_", "tidemark-default", "node", null, true, "");
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void whenANodeWithAnotherClockChecksIn_thenItIsTheTimeOfTheDatabase() throws Exception {
        delegate.insertSchedulerState(connection, "behind", System.currentTimeMillis() - HOUR, 3_000);
        delegate.insertSchedulerState(connection, "ahead", 0, 3_000);
        delegate.updateSchedulerState(connection, "ahead", System.currentTimeMillis() + HOUR);

        assertThat(delegate.selectSchedulerStateRecords(connection, null))
                .hasSize(2)
                .extracting(SchedulerStateRecord::getCheckinTimestamp)
                .allSatisfy(time ->
                        assertThat(Math.abs(time - System.currentTimeMillis())).isLessThan(TOLERANCE));
    }
}
