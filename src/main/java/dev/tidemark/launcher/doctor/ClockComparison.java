package dev.tidemark.launcher.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Compares the clock of this machine with that of the database, which all nodes share. */
record ClockComparison(Clock clock) {
    /** Nodes with clocks further apart would start each other's slots. */
    private static final long MAX_SKEW_MILLIS = 1000;

    Finding compare(Connection connection) throws SQLException {
        long before = clock.millis();
        long database = Long.parseLong(
                DatabaseCheck.text(connection, "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"));
        long after = clock.millis();
        long skew = database < before ? before - database : Math.max(0, database - after);
        return skew > MAX_SKEW_MILLIS
                ? Finding.failed(
                        "clock",
                        "The clock of this machine and that of the database differ by " + skew + " ms.",
                        "Synchronize both with NTP: timedatectl set-ntp true. Nodes need clocks that agree within a second.")
                : Finding.ok("clock", "The clock agrees with that of the database (difference " + skew + " ms).");
    }
}
