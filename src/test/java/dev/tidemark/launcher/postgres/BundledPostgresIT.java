package dev.tidemark.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPostgresIT {
    private static final Path PROGRAMS = Path.of("target/postgresql");

    @TempDir
    Path data;

    private BundledPostgres postgres;

    @AfterEach
    void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Nested
    class GivenAFirstStart {
        @Test
        void whenQueried_thenItIsDurable() throws SQLException {
            start();

            assertThat(ask("SHOW fsync")).isEqualTo("on");
            assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask("SHOW full_page_writes")).isEqualTo("on");
        }

        @Test
        void whenConnecting_thenItListensOnLoopbackAndRequiresThePassword() throws SQLException, IOException {
            start();

            assertThat(ask("SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask("SHOW unix_socket_directories")).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database.password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> wrongPassword().close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Nested
    class GivenALaterStart {
        @Test
        void whenItWasClosedCleanly_thenTheDataIsThere() throws SQLException {
            start();
            run("CREATE TABLE kept AS SELECT 42 AS answer");
            postgres.close();

            start();

            assertThat(ask("SELECT answer FROM kept")).isEqualTo("42");
        }

        @Test
        void whenAnOrphanStillRuns_thenItIsStoppedFirst() throws SQLException, IOException, InterruptedException {
            start();
            postgres.close();
            Process orphan = orphan();

            start();

            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask("SELECT 1")).isEqualTo("1");
        }

        private Process orphan() throws IOException, InterruptedException {
            PostgresBinaries programs = PostgresBinaries.unpackedTo(PROGRAMS.toAbsolutePath());
            Process orphan = new PostgresCluster(programs, data.resolve("database")).start(Ports.free(), List.of());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!Files.exists(data.resolve("database/postmaster.pid")) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return orphan;
        }

        @Test
        void whenTheLockFileNamesAnotherProcess_thenThatOneKeepsRunningAndPostgresStarts()
                throws SQLException, IOException, InterruptedException {
            start();
            String lock = Files.readString(data.resolve("database/postmaster.pid"));
            postgres.close();
            Process foreign = new ProcessBuilder("sleep", "600").start();
            Files.writeString(
                    data.resolve("database/postmaster.pid"), lock.replaceFirst("\\d+", String.valueOf(foreign.pid())));

            start();

            assertThat(foreign.isAlive()).isTrue();
            assertThat(ask("SELECT 1")).isEqualTo("1");
            foreign.destroyForcibly().waitFor();
        }
    }

    @Nested
    class GivenItIsKilled {
        @Test
        void whenSomeTimePasses_thenItIsRestartedWithAllCommittedData() throws SQLException, InterruptedException {
            start();
            run("CREATE TABLE kept AS SELECT 42 AS answer");
            long killed = server();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            assertThat(answerOfNewServer(killed)).isEqualTo("42");
        }

        private String answerOfNewServer(long killed) throws SQLException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (true) {
                try {
                    if (server() != killed) {
                        return ask("SELECT answer FROM kept");
                    }
                } catch (SQLException | IllegalStateException notYet) {
                    if (System.nanoTime() > deadline) {
                        throw notYet;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private void start() {
        postgres = BundledPostgres.start(PROGRAMS, data);
    }

    private long server() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("database/postmaster.pid")).get(0));
        } catch (IOException gone) {
            throw new IllegalStateException("no server", gone);
        }
    }

    private Connection wrongPassword() throws SQLException {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser(postgres.user());
        source.setPassword("wrong");
        return source.getConnection();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = postgres.connect(postgres.user());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = postgres.connect(postgres.user());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
