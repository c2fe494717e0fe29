package dev.tidemark.it;

import dev.tidemark.launcher.postgres.BundledPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A durable PostgreSQL server of its own that can crash, and that a synchronous standby can replace. Both are real; the bundled
 * programs have no {@code pg_basebackup}, so the files are copied between {@code pg_backup_start} and {@code pg_backup_stop}.
 */
public final class FailoverDatabase implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path PROGRAMS = BuildDirectory.folder("postgresql");

    private final String name;
    private int count;
    private Path folder;
    private BundledPostgres primary;
    private BundledPostgres standby;

    private FailoverDatabase(String name) {
        this.name = name;
    }

    /** @param name of its folders in the build directory */
    public static FailoverDatabase start(String name) {
        FailoverDatabase database = new FailoverDatabase(name);
        database.folder = BuildDirectory.emptied(name + "-postgresql-0");
        database.primary = BundledPostgres.start(PROGRAMS, database.folder);
        return database;
    }

    /** The database on the primary server. */
    public TestDatabase database() {
        return of(primary);
    }

    /** The database on the standby server, which accepts no writes until it is promoted. */
    public TestDatabase standby() {
        return of(standby);
    }

    public static int port(TestDatabase database) {
        return Integer.parseInt(database.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static TestDatabase of(BundledPostgres server) {
        return new TestDatabase(server.url(), server.user(), server.password());
    }

    /** Kills all processes of the primary server. It starts again by itself, on the same port, and recovers from its log. */
    public void crash() throws IOException {
        signal("KILL");
    }

    private void signal(String name) throws IOException {
        String postmaster = Files.readAllLines(folder.resolve("database/postmaster.pid"))
                .get(0)
                .strip();
        ProcessHandle process = ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(one -> ServerProcess.signal(name, one.pid()));
    }

    /** Adds a standby server; from then on a commit is acknowledged when the standby has it as well. */
    public void addStandby() throws IOException, SQLException, InterruptedException {
        Path copy = BuildDirectory.emptied(name + "-postgresql-" + ++count);
        Files.createDirectories(copy);
        copyFiles(copy);
        Path data = copy.resolve("database");
        Files.createFile(data.resolve("standby.signal"));
        append(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port(database()) + " user=" + primary.user() + " password="
                        + primary.password() + "'\n");
        standby = BundledPostgres.start(PROGRAMS, copy);
        execute(database(), "ALTER SYSTEM SET synchronous_standby_names = '*'");
        execute(database(), "SELECT pg_reload_conf()");
        await("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'", database());
    }

    /** Freezes the primary server: for its clients and its standby, it is gone. */
    public void losePrimary() throws IOException {
        signal("STOP");
    }

    /** Makes the standby server the primary one, and stops the former one. */
    public void promote() throws IOException, SQLException, InterruptedException {
        execute(standby(), "SELECT pg_promote()");
        await("SELECT count(*) WHERE NOT pg_is_in_recovery()", standby());
        signal("CONT");
        primary.close();
        primary = standby;
        folder = BuildDirectory.folder(name + "-postgresql-" + count);
    }

    private void copyFiles(Path copy) throws IOException, SQLException, InterruptedException {
        Files.copy(folder.resolve("database.password"), copy.resolve("database.password"));
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', true)");
            new ProcessBuilder("cp", "-a", folder.resolve("database").toString(), copy.toString())
                    .start()
                    .waitFor();
            try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                label.next();
                Path data = copy.resolve("database");
                append(data.resolve("backup_label"), label.getString(1));
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            }
        }
    }

    /** Into a file that belongs to the user of the server. */
    private static void append(Path file, String text) throws IOException {
        boolean isNew = !Files.exists(file);
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (isNew) {
            Files.setOwner(file, Files.getOwner(file.getParent()));
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(String sql, TestDatabase database) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("Not reached within " + LIMIT + ": " + sql);
    }

    @Override
    public void close() {
        Stream.of(primary, standby).filter(server -> server != null).distinct().forEach(BundledPostgres::close);
    }
}
