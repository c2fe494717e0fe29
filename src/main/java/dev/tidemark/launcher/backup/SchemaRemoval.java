package dev.tidemark.launcher.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** Deletes everything in the current schema, except for what belongs to an extension. The schema itself may belong to someone else. */
final class SchemaRemoval {
    private static final String DROP_ALL = """
            DO $$
            DECLARE
                command text;
            BEGIN
                FOR command IN
                    SELECT format('DROP %s IF EXISTS %I CASCADE',
                        CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.relname)
                    FROM pg_class c
                    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT c.relispartition
                      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
                    ORDER BY c.relkind <> 'v', c.relkind = 'S'
                LOOP
                    EXECUTE command;
                END LOOP;
                FOR command IN
                    SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
                    FROM pg_proc p
                    WHERE p.pronamespace = current_schema()::regnamespace
                      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                LOOP
                    EXECUTE command;
                END LOOP;
            END $$""";

    private SchemaRemoval() {}

    static void run(Connection connection) throws SQLException {
        Sql.run(connection, DROP_ALL);
    }
}
