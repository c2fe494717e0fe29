package dev.tidemark.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.platform.crypto.DatabaseEncryption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionKeyGuardIT {

    private static final String SETTING = "TIDEMARK_ENCRYPTION_KEY";
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another key, also with 32 bytes.".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path data;

    private final Map<String, String> settings = new HashMap<>();
    private TestDatabase database;
    private String keyOfTheDatabase;

    @BeforeEach
    void connect() throws SQLException {
        database = TestDatabase.fresh();
        settings.put("TIDEMARK_DATABASE_URL", database.url());
        settings.put("TIDEMARK_DATABASE_USER", database.user());
        settings.put("TIDEMARK_DATABASE_PASSWORD", database.password());
        keyOfTheDatabase = System.getProperty(SETTING);
    }

    private void provide() throws IOException {
        EncryptionKeyGuard.provide(settings, data);
    }

    @Nested
    class GivenADatabaseWithoutEncryptedValues {

        @Test
        void whenThereIsNoKey_thenOneIsGenerated() throws IOException {
            provide();

            assertThat(data.resolve("encryption.key")).exists();
            assertThat(settings)
                    .containsEntry(
                            SETTING + "_FILE", data.resolve("encryption.key").toString());
        }

        @Test
        void whenTheKeyIsASetting_thenNoFileIsGenerated() throws IOException {
            settings.put(SETTING, OTHER);

            provide();

            assertThat(data).isEmptyDirectory();
        }

        @Test
        void whenTheSettingIsNoKey_thenItIsReported() {
            settings.put(SETTING, "from-the-environment");

            assertThatThrownBy(EncryptionKeyGuardIT.this::provide)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(SETTING)
                    .hasMessageContaining("openssl rand -base64 32");
        }
    }

    @Nested
    class GivenAnEncryptedDatabase {

        private String id;

        @BeforeEach
        void encrypt() throws SQLException {
            new DatabaseEncryption(database.dataSource()).apply("node");
            id = DatabaseEncryption.currentKey();
        }

        @Test
        void whenTheKeyFileIsMissing_thenNoneIsGenerated() {
            assertThatThrownBy(EncryptionKeyGuardIT.this::provide)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("key " + id)
                    .hasMessageContaining(data.resolve("encryption.key") + " does not exist")
                    .hasMessageContaining("Restore the file");
            assertThat(data).isEmptyDirectory();
        }

        @Test
        void whenTheKeyFileHasAnotherKey_thenItIsNamedAndNotOverwritten() throws IOException {
            Path file = Files.writeString(data.resolve("encryption.key"), OTHER);

            assertThatThrownBy(EncryptionKeyGuardIT.this::provide)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("key " + id)
                    .hasMessageContaining("Replace " + file);
            assertThat(file).hasContent(OTHER);
        }

        @Test
        void whenTheSettingHasAnotherKey_thenItIsRefused() {
            settings.put(SETTING, OTHER);

            assertThatThrownBy(EncryptionKeyGuardIT.this::provide)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("Replace " + SETTING);
        }

        @Test
        void whenTheKeyIsAmongOthers_thenItIsAccepted() throws IOException {
            Files.writeString(
                    data.resolve("encryption.key"), "# since today\n" + OTHER + "\n" + keyOfTheDatabase + "\n");

            provide();

            assertThat(settings).containsKey(SETTING + "_FILE");
        }
    }
}
