package dev.tidemark.launcher.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.postgres.BundledPostgres;
import dev.tidemark.launcher.server.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands on embedded databases in two data directories, as on two machines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupCommandIT {
    private static final Path PROGRAMS = Path.of("target/postgresql");

    @TempDir
    static Path folder;

    private Path data;
    private Path other;
    private String file;

    @BeforeAll
    void fill() throws Exception {
        data = folder.resolve("data");
        Files.createDirectories(folder.resolve("probes"));
        try (BundledPostgres postgres = BundledPostgres.start(PROGRAMS, data)) {
            Flyway.configure()
                    .dataSource(postgres.url(), postgres.user(), postgres.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            run(postgres, "INSERT INTO series (probe, location) VALUES ('shop', 'default')");
        }
    }

    @BeforeEach
    void useNewNames() throws IOException {
        Path own = Files.createTempDirectory(folder, "test");
        other = own.resolve("other");
        file = own.resolve("backup.zip").toString();
        Files.writeString(folder.resolve("probes/shop.yaml"), "probes: []\n");
    }

    @Nested
    class GivenAStoppedTidemark {
        @Test
        void whenItsBackupIsRestoredElsewhere_thenDataAndProbeFilesAreThere() throws Exception {
            Invocation backup = tidemark(data, "probes", "backup", file);
            Invocation restore = tidemark(other, other + "-probes", "restore", file);

            assertThat(backup.output()).contains("is complete").contains("password hashes");
            assertThat(backup.code()).isZero();
            assertThat(restore.output()).contains("Start Tidemark now").contains("MISSED");
            assertThat(restore.code()).isZero();
            assertThat(Path.of(other + "-probes/shop.yaml"))
                    .hasSameTextualContentAs(folder.resolve("probes/shop.yaml"));
            assertThat(other.resolve("restored-files/settings.properties"))
                    .content()
                    .contains("TIDEMARK_PROBES_DIR=");
            try (BundledPostgres postgres = BundledPostgres.start(PROGRAMS, other)) {
                assertThat(ask(postgres, "SELECT probe FROM series WHERE location = 'default'"))
                        .isEqualTo("shop");
            }
        }

        @Test
        void whenAProbeFileExistsWithOtherContents_thenItIsKeptAndTheOtherOneIsNamed() throws Exception {
            tidemark(data, "probes", "backup", file);
            Files.writeString(folder.resolve("probes/shop.yaml"), "probes: [] # newer\n");

            Invocation restore = tidemark(other, "probes", "restore", file);

            assertThat(folder.resolve("probes/shop.yaml")).content().contains("newer");
            assertThat(restore.output())
                    .contains("Not put into use: " + other.resolve("restored-files/probes/shop.yaml"));
        }

        @Test
        void whenItHasASecretSetting_thenNoFileOfTheBackupContainsIt() throws Exception {
            Invocation backup =
                    new Invocation(folder, data, "probes").with("TIDEMARK_ADMIN_PASSWORD", "top-secret-value-1");
            backup.run("backup", file);
            Invocation restore = tidemark(other, other + "-probes", "restore", file);

            assertThat(restore.code()).isZero();
            assertThat(other.resolve("restored-files/settings.properties"))
                    .content()
                    .doesNotContain("top-secret-value-1");
        }

        @Test
        void whenTheFileExists_thenItIsReplacedOnlyOnRequest() throws Exception {
            Files.writeString(Path.of(file), "something else");

            Invocation refused = tidemark(data, "probes", "backup", file);

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.output()).contains(file + " already exists").contains("--overwrite");
            assertThat(Path.of(file)).hasContent("something else");
            assertThat(tidemark(data, "probes", "backup", "--overwrite", file).code())
                    .isZero();
            assertThat(tidemark(other, "probes", "restore", file).code()).isZero();
        }

        @Test
        void whenThereIsNoDatabase_thenNoneIsCreated() throws Exception {
            Invocation refused = tidemark(other, "probes", "backup", file);

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.output()).contains("There is no database in " + other);
            assertThat(other).doesNotExist();
        }
    }

    @Nested
    class GivenARunningTidemark {
        @Test
        void whenItIsBackedUp_thenItsDatabaseIsUsedAndKeepsRunning() throws Exception {
            try (DataDirectory lock = DataDirectory.lock(data);
                    BundledPostgres postgres = BundledPostgres.start(PROGRAMS, lock.folder())) {
                Invocation backup = tidemark(data, "probes", "backup", file);

                assertThat(backup.output()).contains("is complete");
                assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
            }
        }

        @Test
        void whenARestoreIsTried_thenItIsRefused() throws Exception {
            tidemark(data, "probes", "backup", file);
            try (DataDirectory lock = DataDirectory.lock(other)) {
                Invocation refused = tidemark(other, "probes", "restore", file);

                assertThat(refused.code()).isEqualTo(1);
                assertThat(refused.output()).contains(lock.folder() + " is in use by another Tidemark");
            }
        }
    }

    private Invocation tidemark(Path dataDirectory, String probes, String... arguments) throws IOException {
        Invocation invocation = new Invocation(folder, dataDirectory, probes);
        invocation.run(arguments);
        return invocation;
    }

    private static void run(BundledPostgres postgres, String sql) throws Exception {
        try (Connection connection = postgres.connect(postgres.user());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(BundledPostgres postgres, String sql) throws Exception {
        try (Connection connection = postgres.connect(postgres.user());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
