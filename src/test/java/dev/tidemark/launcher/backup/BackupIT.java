package dev.tidemark.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a real PostgreSQL, restored to another database. */
class BackupIT {
    @TempDir
    Path folder;

    @Nested
    class GivenADatabaseWithRowsInEveryTable {
        @Test
        void whenItIsRestoredToAnEmptyDatabase_thenAllRowsPartitionsAndSequencesAreTheSame() throws Exception {
            TestDatabase source = BackupFixture.filled();
            BackupFixture.execute(source, "DELETE FROM run WHERE state <> 'ENDED'");
            TestDatabase target = TestDatabase.empty();

            Manifest manifest = BackupFixture.backUp(source, file());
            BackupFixture.restore(file(), target, false);

            assertThat(BackupFixture.contents(target)).isEqualTo(BackupFixture.contents(source));
            assertThat(manifest.rows()).isGreaterThan(20);
            assertThat(manifest.schema())
                    .isEqualTo(BackupFixture.ask(
                            target, "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1"));
        }

        @Test
        void whenItIsRestored_thenNoStateOfDeadNodesIsLeft() throws Exception {
            TestDatabase source = BackupFixture.filled();
            TestDatabase target = TestDatabase.empty();
            BackupFixture.execute(source, """
                    INSERT INTO qrtz_scheduler_state VALUES ('tidemark', 'dead-node', 1, 3000);
                    INSERT INTO run (id, probe, location, planned_at, requested, state, state_since, attempt)
                    VALUES (gen_random_uuid(), 'shop', 'default', now(), false, 'RUNNING', now(), 1),
                           (gen_random_uuid(), 'shop', 'default', now() + interval '1 s', true, 'RUNNING', now(), 1)""");

            BackupFixture.backUp(source, file());
            BackupFixture.restore(file(), target, false);

            assertThat(BackupFixture.ask(target, """
                    SELECT (SELECT count(*) FROM qrtz_scheduler_state) + (SELECT count(*) FROM qrtz_fired_triggers)
                         + (SELECT count(*) FROM qrtz_triggers)""")).isEqualTo("0");
            assertThat(BackupFixture.ask(
                            target,
                            "SELECT string_agg(state || requested || attempt, ' ') FROM run WHERE state <> 'ENDED'"))
                    .isEqualTo("QUEUEDtrue2");
        }

        @Test
        void whenItIsWritten_thenOnlyItsOwnerReadsItAndNothingElseRemains() throws Exception {
            BackupFixture.backUp(BackupFixture.filled(), file());

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            assertThat(files()).containsExactly("backup.zip");
        }

        @Test
        void whenSecretsAreEncrypted_thenTheManifestNamesTheKeyThatIsNeeded() throws Exception {
            TestDatabase source = BackupFixture.filled();
            BackupFixture.execute(source, """
                    CREATE TABLE IF NOT EXISTS encryption_key (
                        id text PRIMARY KEY, check_value text NOT NULL, registered_at timestamptz NOT NULL, retired_at timestamptz);
                    INSERT INTO encryption_key VALUES ('0badc0de', 'x', now(), now()), ('1234abcd', 'x', now(), NULL)""");

            assertThat(BackupFixture.backUp(source, file()).encryptionKey()).isEqualTo("1234abcd");
        }

        @Test
        void whenItIsOfAnOlderSchema_thenItIsRestoredAndCanBeUpgraded() throws Exception {
            TestDatabase source = TestDatabase.empty();
            BackupFixture.migrate(source, "104");
            TestDatabase target = TestDatabase.empty();

            BackupFixture.backUp(source, file());
            BackupFixture.restore(file(), target, false);
            BackupFixture.migrate(target, "latest");

            assertThat(BackupFixture.ask(target, "SELECT string_agg(code, ' ' ORDER BY code) FROM metric"))
                    .contains("UPTIME");
        }
    }

    @Nested
    class GivenRowsAreWrittenMeanwhile {
        @Test
        void whenOneTransactionWritesTwoTables_thenBothOrNoneOfItsRowsAreInTheBackup() throws Exception {
            TestDatabase source = TestDatabase.fresh();
            TestDatabase target = TestDatabase.empty();
            AtomicBoolean stop = new AtomicBoolean();
            Thread writer = new Thread(() -> write(source, stop), "writer");
            writer.start();
            try {
                awaitRows(source, 50);
                BackupFixture.backUp(source, file());
                awaitRows(source, 100);
            } finally {
                stop.set(true);
                writer.join();
            }

            BackupFixture.restore(file(), target, false);

            String[] saved = pairs(target).split(" ");
            assertThat(saved[0]).isEqualTo(saved[1]);
            assertThat(Integer.parseInt(saved[0])).isGreaterThanOrEqualTo(50);
        }

        /** Rows of two tables in one transaction each. */
        private void write(TestDatabase database, AtomicBoolean stop) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int i = 0; !stop.get(); i++) {
                    statement.execute("INSERT INTO series (probe, location) VALUES ('w" + i + "', 'x')");
                    statement.execute("INSERT INTO metric (code) VALUES ('W" + i + "')");
                    connection.commit();
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private void awaitRows(TestDatabase database, int rows) throws SQLException, InterruptedException {
            while (Integer.parseInt(pairs(database).split(" ")[0]) < rows) {
                Thread.sleep(10);
            }
        }

        private String pairs(TestDatabase database) throws SQLException {
            return BackupFixture.ask(database, """
                    SELECT (SELECT count(*) FROM series WHERE location = 'x') || ' ' || (SELECT count(*) FROM metric WHERE code LIKE 'W%')""");
        }
    }

    @Nested
    class GivenADatabaseInUse {
        @Test
        void whenItIsNotEmpty_thenTheRestoreIsRefusedAndNothingChanges() throws Exception {
            TestDatabase source = BackupFixture.filled();
            TestDatabase target = BackupFixture.filled();
            BackupFixture.execute(target, "UPDATE probe SET version = version + 1");
            Map<String, String> before = BackupFixture.contents(target);
            BackupFixture.backUp(source, file());

            assertThatThrownBy(() -> BackupFixture.restore(file(), target, false))
                    .hasMessageContaining("is not empty")
                    .hasMessageContaining("--replace");
            assertThat(BackupFixture.contents(target)).isEqualTo(before);
        }

        @Test
        void whenItIsReplaced_thenItHasTheContentsOfTheBackupOnly() throws Exception {
            TestDatabase source = BackupFixture.filled();
            BackupFixture.execute(source, "DELETE FROM run WHERE state <> 'ENDED'");
            TestDatabase target = BackupFixture.filled();
            BackupFixture.execute(target, "CREATE TABLE of_a_newer_version (id int); CREATE VIEW newer AS SELECT 1");
            BackupFixture.backUp(source, file());

            BackupFixture.restore(file(), target, true);

            assertThat(BackupFixture.contents(target)).isEqualTo(BackupFixture.contents(source));
            assertThat(BackupFixture.ask(target, "SELECT to_regclass('of_a_newer_version')::text"))
                    .isNull();
        }

        @Test
        void whenANodeRunsOnIt_thenTheNodeIsNamed() throws Exception {
            TestDatabase target = BackupFixture.filled();
            BackupFixture.backUp(target, file());
            Map<String, String> before = BackupFixture.contents(target);
            try (RunningNode node = RunningNode.on(target)) {
                assertThatThrownBy(() -> BackupFixture.restore(file(), target, true))
                        .hasMessageContaining(node.name())
                        .hasMessageContaining("Stop it on all nodes");
            }
            assertThat(BackupFixture.contents(target)).isEqualTo(before);
        }

        @Test
        void whenANodeWasStoppedAMomentAgo_thenTheRestoreSucceeds() throws Exception {
            TestDatabase target = BackupFixture.filled();
            BackupFixture.backUp(target, file());
            RunningNode.on(target).close();

            BackupFixture.restore(file(), target, true);

            assertThat(BackupFixture.ask(target, "SELECT count(*) FROM qrtz_scheduler_state"))
                    .isEqualTo("0");
        }

        @Test
        void whenTheRestoreFailsHalfway_thenTheDatabaseIsAsBefore() throws Exception {
            TestDatabase source = BackupFixture.filled();
            TestDatabase target = BackupFixture.filled();
            Map<String, String> before = BackupFixture.contents(target);
            BackupFixture.backUp(source, file());
            Path wrong = folder.resolve("wrong.zip");
            Archives.withRowCount(file(), wrong, "run_evaluation", 17);

            assertThatThrownBy(() -> BackupFixture.restore(wrong, target, true))
                    .hasMessageContaining("run_evaluation has ")
                    .hasMessageContaining("The database is unchanged");
            assertThat(BackupFixture.contents(target)).isEqualTo(before);
        }
    }

    @Nested
    class GivenTheBackupCannotBeWritten {
        @Test
        void whenTheDatabaseIsEmpty_thenTheMessageSaysSoAndNoFileRemains() throws SQLException, IOException {
            TestDatabase empty = TestDatabase.empty();

            assertThatThrownBy(() -> BackupFixture.backUp(empty, file()))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("no tables of Tidemark")
                    .hasMessageContaining(empty.url());
            assertThat(files()).isEmpty();
        }

        @Test
        void whenTheDirectoryDoesNotExist_thenTheMessageNamesIt() throws SQLException {
            TestDatabase database = TestDatabase.fresh();
            Path missing = folder.resolve("missing/backup.zip");

            assertThatThrownBy(() -> BackupFixture.backUp(database, missing))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining(missing.toString())
                    .hasMessageContaining("no such file or directory");
        }
    }

    private Path file() {
        return folder.resolve("backup.zip");
    }

    private Stream<String> files() throws IOException {
        return Files.list(folder).map(path -> path.getFileName().toString());
    }
}
