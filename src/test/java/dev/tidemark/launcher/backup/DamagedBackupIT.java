package dev.tidemark.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that cannot be restored: each message names the file, the reason and the remedy, and the database stays empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedBackupIT {
    @TempDir
    static Path folder;

    private TestDatabase source;
    private TestDatabase target;
    private Path intact;

    @BeforeAll
    void backUp() throws SQLException, IOException {
        source = BackupFixture.filled();
        target = TestDatabase.empty();
        intact = folder.resolve("intact.zip");
        BackupFixture.backUp(source, intact);
    }

    @Nested
    class GivenADamagedFile {
        @ParameterizedTest
        @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
        void whenItIsTruncated_thenItIsRefused(double share) throws Exception {
            byte[] bytes = Files.readAllBytes(intact);

            assertRefused(Arrays.copyOf(bytes, (int) (bytes.length * share)))
                    .hasMessageContaining("is not a complete backup of Tidemark");
        }

        @Test
        void whenABitIsFlipped_thenItIsRefusedOrTheContentsAreUnaffected() throws Exception {
            byte[] bytes = Files.readAllBytes(intact);
            Map<String, String> contents = restoredContents(intact);
            Random random = new Random(13);
            for (int i = 0; i < Integer.getInteger("tidemark.fault.times", 20); i++) {
                byte[] damaged = bytes.clone();
                damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Path file = Files.write(folder.resolve("flipped.zip"), damaged);
                try (BackupFile backup = BackupFile.open(file)) {
                    backup.verify(new Progress(line -> {}));
                } catch (BackupException refused) {
                    assertThat(refused).hasMessageContaining(file.toString());
                    continue;
                }
                assertThat(restoredContents(file)).isEqualTo(contents);
            }
        }

        @Test
        void whenATableIsDamaged_thenItIsNamed() throws Exception {
            Path file = folder.resolve("table.zip");
            Archives.withManifest(
                    intact,
                    file,
                    json -> json.replaceFirst(
                            "(\"entry\" : \"tables/probe\",\\s+\"bytes\" : \\d+,\\s+\"sha256\" : \")\\w{4}", "$10000"));

            assertThatThrownBy(() -> BackupFixture.restore(file, target, false))
                    .hasMessageContaining("tables/probe")
                    .hasMessageContaining("checksum")
                    .hasMessageContaining("Nothing was changed");
            assertTargetIsEmpty();
        }

        private Map<String, String> restoredContents(Path file) throws SQLException {
            TestDatabase database = TestDatabase.empty();
            BackupFixture.restore(file, database, false);
            return BackupFixture.contents(database);
        }
    }

    @Nested
    class GivenAFileOfAnotherKind {
        @Test
        void whenItIsADumpOfPostgreSql_thenItIsRefused() throws Exception {
            assertRefused("PGDMP\u0001\u000e".getBytes(StandardCharsets.ISO_8859_1))
                    .hasMessageContaining("file of another kind");
        }

        @Test
        void whenItIsAnotherArchive_thenItIsRefused() throws Exception {
            Path file = folder.resolve("other.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("readme.txt"));
            }

            assertRefused(Files.readAllBytes(file)).hasMessageContaining("has no manifest.json");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", "[]", "null", "{\"kind\": 1}", "{\"kind\":\"tidemark-backup\",\"format\":1}", "{", ""})
        void whenItsManifestIsOfAnotherKind_thenItIsRefused(String manifest) throws Exception {
            Path file = folder.resolve("manifest.zip");
            Archives.withManifest(intact, file, json -> manifest);

            assertRefused(Files.readAllBytes(file)).hasMessageContaining("manifest.json");
        }

        @Test
        void whenThereIsNoFile_thenTheMessageSaysSo() {
            assertThatThrownBy(() -> BackupFile.open(folder.resolve("missing.zip")))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("There is no backup " + folder.resolve("missing.zip"));
        }
    }

    @Nested
    class GivenABackupOfANewerVersion {
        @Test
        void whenItsFormatIsNewer_thenTheVersionToInstallIsNamed() throws Exception {
            Path file = folder.resolve("format.zip");
            Archives.withManifest(intact, file, json -> json.replace("\"format\" : 1", "\"format\" : 2"));

            assertRefused(Files.readAllBytes(file))
                    .hasMessageContaining("has format 2")
                    .hasMessageContaining("Install Tidemark 0.2.0 or newer");
        }

        @Test
        void whenItsSchemaIsNewer_thenTheVersionToInstallIsNamed() throws Exception {
            Path file = folder.resolve("schema.zip");
            Archives.withManifest(
                    intact,
                    file,
                    json -> json.replaceFirst(
                            "\"migrations\" : \\[ ", "\"migrations\" : [ {\"version\" : \"999\", \"checksum\" : 1}, "));

            assertRefused(Files.readAllBytes(file)).hasMessageContaining("newer than this version knows");
        }

        @Test
        void whenAMigrationDiffers_thenItIsNamed() throws Exception {
            Path file = folder.resolve("migration.zip");
            Archives.withManifest(
                    intact,
                    file,
                    json -> json.replaceFirst("(\"version\" : \"010\",\\s+\"checksum\" : )-?\\d+", "$17"));

            assertRefused(Files.readAllBytes(file)).hasMessageContaining("another migration 010");
        }
    }

    private AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) throws IOException, SQLException {
        Path file = Files.write(folder.resolve("damaged.zip"), bytes);
        AbstractThrowableAssert<?, ?> refused = assertThatThrownBy(() -> BackupFixture.restore(file, target, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(file.toString());
        assertTargetIsEmpty();
        return refused;
    }

    private void assertTargetIsEmpty() throws SQLException {
        assertThat(BackupFixture.ask(
                        target, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }
}
