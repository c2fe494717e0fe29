package dev.tidemark.platform.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells failures of the database from other exceptions. */
public final class DatabaseFailure {

    /** Classes of SQLSTATE: connection exception, insufficient resources, system error. https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static final Set<String> CLASSES = Set.of("08", "53", "58");

    /** Shutdown, crash, start, dropped database, idle in transaction for too long, read-only. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P04", "25P03", "25006");

    /** The pool has no connection, and could not create one. */
    private static final String POOL = "jakarta.resource.ResourceException";

    private DatabaseFailure() {}

    /** Whether a request failed because the database could not serve it, and may succeed later. */
    public static boolean isCauseOf(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .anyMatch(DatabaseFailure::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        if (cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().length() == 5) {
            return STATES.contains(sql.getSQLState())
                    || CLASSES.contains(sql.getSQLState().substring(0, 2));
        }
        return cause.getClass().getName().equals(POOL);
    }
}
