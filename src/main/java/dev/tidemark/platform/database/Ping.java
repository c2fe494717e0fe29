package dev.tidemark.platform.database;

import java.sql.SQLException;

/** One query to the database, which ends within a few seconds. */
@FunctionalInterface
interface Ping {

    /** Whether the database accepts writes. */
    boolean isWritable() throws SQLException;
}
