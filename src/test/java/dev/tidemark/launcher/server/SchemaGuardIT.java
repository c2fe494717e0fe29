package dev.tidemark.launcher.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.launcher.system.LaunchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaGuardIT {
    @Nested
    class GivenASchemaOfANewerVersion {
        @Test
        void whenTidemarkStarts_thenItRefusesWithBothVersionsAndARemedy() throws SQLException {
            TestDatabase database = TestDatabase.fresh();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                        VALUES (1000, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'tidemark', 1, true)""");
            }

            assertThatThrownBy(() -> SchemaGuard.require(settings(database)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("schema version 999, which is newer")
                    .hasMessageContaining("restore a backup");
        }
    }

    @Nested
    class GivenAUsableDatabase {
        @Test
        void whenTidemarkStarts_thenNothingIsRefused() throws SQLException {
            TestDatabase current = TestDatabase.fresh();
            TestDatabase empty = TestDatabase.empty();

            assertThatCode(() -> SchemaGuard.require(settings(current))).doesNotThrowAnyException();
            assertThatCode(() -> SchemaGuard.require(settings(empty))).doesNotThrowAnyException();
        }
    }

    @Nested
    class GivenADatabaseThatIsDown {
        @Test
        void whenTidemarkStarts_thenTheServerMayWaitForIt() {
            assertThatCode(() -> SchemaGuard.require(
                            Map.of("TIDEMARK_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/tidemark")))
                    .doesNotThrowAnyException();
        }
    }

    private static Map<String, String> settings(TestDatabase database) {
        return Map.of(
                "TIDEMARK_DATABASE_URL", database.url(),
                "TIDEMARK_DATABASE_USER", database.user(),
                "TIDEMARK_DATABASE_PASSWORD", database.password());
    }
}
