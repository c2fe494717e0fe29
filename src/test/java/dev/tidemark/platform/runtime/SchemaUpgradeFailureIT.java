package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Upgrades that cannot complete, on a real database. */
class SchemaUpgradeFailureIT {
    private static final String MIGRATIONS = "classpath:db/migration";
    private static final String FAILING = "classpath:dev/tidemark/platform/runtime/failing";

    @Nested
    class GivenASecondMigrationThatFails {
        @Test
        void whenTheUpgradeRuns_thenThePreviousVersionStillStarts() throws SQLException {
            TestDatabase database = TestDatabase.fresh();

            assertThatThrownBy(() -> SchemaUpgrade.run(database.dataSource(), MIGRATIONS, FAILING))
                    .isInstanceOf(FlywayException.class)
                    .rootCause()
                    .hasMessageContaining("no_such_table");

            assertThat(SchemaUpgrade.run(database.dataSource(), MIGRATIONS)).isEmpty();
            assertThat(ask(database, """
                    SELECT count(*) FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
                    WHERE relname = 'created_before_the_failure' OR relname = 'probe' AND attname = 'revision'""")).isEqualTo("0");
        }

        @Test
        void whenTheDatabaseIsEmpty_thenNothingIsCreated() throws SQLException {
            TestDatabase database = TestDatabase.empty();

            assertThatThrownBy(() -> SchemaUpgrade.run(database.dataSource(), MIGRATIONS, FAILING))
                    .isInstanceOf(FlywayException.class);

            assertThat(ask(database, "SELECT to_regclass('probe')")).isNull();
            assertThat(SchemaUpgrade.run(database.dataSource(), MIGRATIONS)).isEmpty();
        }
    }

    @Nested
    class GivenASchemaOfANewerVersion {
        @Test
        void whenThisVersionStarts_thenItRefusesAndChangesNothing() throws SQLException {
            TestDatabase database = TestDatabase.fresh();
            execute(database, """
                    INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    VALUES (1000, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'tidemark', 1, true)""");

            assertThat(SchemaUpgrade.run(database.dataSource(), MIGRATIONS))
                    .hasValueSatisfying(reason ->
                            assertThat(reason).contains("schema version 999").contains("restore a backup"));
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
