package dev.tidemark.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.platform.crypto.DatabaseEncryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyFileTest {

    private static final String FILE = "TIDEMARK_ENCRYPTION_KEY_FILE";

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path data;

    private final Map<String, String> settings = new HashMap<>();

    private void provide(Map<String, String> given) throws IOException {
        EncryptionKeyFile.of(given, data).orElseThrow().provide(given);
    }

    @Test
    void whenThereIsNoKey_thenOneIsGeneratedThatOnlyTheOwnerReads() throws IOException {
        provide(settings);

        Path file = Path.of(settings.get(FILE));
        assertThat(file).isEqualTo(data.resolve("encryption.key"));
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whenTheIdIsDerived_thenItIsTheOneOfTheServer() {
        String key = System.getProperty("TIDEMARK_ENCRYPTION_KEY", "");
        System.setProperty("TIDEMARK_ENCRYPTION_KEY", KEY);
        try {
            assertThat(EncryptionKeyId.of(KEY, "", "")).isEqualTo(DatabaseEncryption.currentKey());
        } finally {
            System.setProperty("TIDEMARK_ENCRYPTION_KEY", key);
        }
    }

    @Test
    void whenThereIsAKey_thenItIsUsedUnchanged() throws IOException {
        provide(settings);
        String key = Files.readString(data.resolve("encryption.key"));

        provide(new HashMap<>());

        assertThat(Files.readString(data.resolve("encryption.key"))).isEqualTo(key);
    }

    @Test
    void whenTheNamedFileDoesNotExist_thenNoneIsGenerated() {
        settings.put(FILE, data.resolve("mounted.key").toString());

        assertThatThrownBy(() -> provide(settings))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("mounted.key")
                .hasMessageContaining("Restore the file");
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# comment only\n", "no key!", "c2hvcnQ=", "\n\n"})
    void whenTheFileIsInvalid_thenItIsReportedAndNotOverwritten(String content) throws IOException {
        Path file = Files.writeString(data.resolve("encryption.key"), content);

        assertThatThrownBy(() -> provide(settings))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Do not create a new one");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void whenTheKeyIsRotated_thenTheNewOneIsFirstAndTheOldOneIsRetained() throws IOException {
        provide(settings);
        Path file = data.resolve("encryption.key");
        String old = Files.readString(file).strip();

        EncryptionKeyFile.of(settings, data).orElseThrow().rotate();

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3).last().isEqualTo(old);
        assertThat(lines.get(0)).startsWith("# since ");
        assertThat(Base64.getDecoder().decode(lines.get(1))).hasSize(32);
        assertThat(lines.get(1)).isNotEqualTo(old);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whenARotationWasKilledWhileWriting_thenTheNextOneSucceeds() throws IOException {
        provide(settings);
        Files.writeString(data.resolve("encryption.key.new"), "half of a ke");

        EncryptionKeyFile.of(settings, data).orElseThrow().rotate();

        assertThat(data).isDirectoryNotContaining("glob:**.new");
        provide(new HashMap<>());
    }
}
