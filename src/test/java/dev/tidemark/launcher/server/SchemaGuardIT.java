package dev.tidemark.launcher.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.launcher.system.LaunchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
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

    @Nested
    class GivenADatabaseThatIsEncrypted {
        private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        private static final String ID_OF_KEY = "3ca4b96e";

        @Test
        void whenTheKeyIsAnother_thenItRefusesWithBothIdsAndARemedy() throws SQLException {
            assertThatThrownBy(() -> SchemaGuard.require(withKey(encrypted("0badc0de"))))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(
                            "encrypted with key 0badc0de, but TIDEMARK_ENCRYPTION_KEY has key " + ID_OF_KEY)
                    .hasMessageContaining("Replace it with the key file")
                    .hasMessageNotContaining(KEY);
        }

        @Test
        void whenItIsTheKey_thenNothingIsRefused() throws SQLException {
            assertThatCode(() -> SchemaGuard.require(withKey(encrypted(ID_OF_KEY))))
                    .doesNotThrowAnyException();
        }

        private static TestDatabase encrypted(String key) throws SQLException {
            TestDatabase database = TestDatabase.fresh();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM encryption_key");
                statement.execute("INSERT INTO encryption_key (id, check_value, registered_at) VALUES ('" + key
                        + "', '', now())");
            }
            return database;
        }

        private static Map<String, String> withKey(TestDatabase database) {
            Map<String, String> settings = new HashMap<>(settings(database));
            settings.put("TIDEMARK_ENCRYPTION_KEY", KEY);
            return settings;
        }
    }

    private static Map<String, String> settings(TestDatabase database) {
        return Map.of(
                "TIDEMARK_DATABASE_URL", database.url(),
                "TIDEMARK_DATABASE_USER", database.user(),
                "TIDEMARK_DATABASE_PASSWORD", database.password());
    }
}
