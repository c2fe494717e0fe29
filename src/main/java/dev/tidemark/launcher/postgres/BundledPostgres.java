package dev.tidemark.launcher.postgres;

import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.Ports;
import dev.tidemark.launcher.system.RotatingLog;
import dev.tidemark.launcher.system.SecretFile;
import dev.tidemark.launcher.system.SystemCommand;
import dev.tidemark.launcher.system.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The embedded PostgreSQL of this Tidemark: created at the first start, on loopback, with a generated password,
 * durable (fsync on), restarted after a crash, stopped with its owner. An orphan of a killed launcher is stopped
 * first.
 */
public final class BundledPostgres implements AutoCloseable {
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    private static final List<String> COMMON =
            List.of("max_connections=60", "max_parallel_workers_per_gather=0", "timezone=UTC", "log_timezone=UTC");
    /** After a kill, its lock file and shared memory remain for some seconds. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PostgresCluster cluster;
    private final RotatingLog log;
    private final String password;
    private final List<String> settings;
    private final int port;
    private volatile Process process;
    private volatile boolean closing;

    private BundledPostgres(
            PostgresCluster cluster, RotatingLog log, String password, List<String> settings, int port) {
        this.cluster = cluster;
        this.log = log;
        this.password = password;
        this.settings = settings;
        this.port = port;
    }

    /**
     * Starts the server and returns when it accepts connections.
     *
     * @param programs directory of the PostgreSQL programs, unpacked if necessary
     * @param data directory of the database; the caller has locked it
     */
    public static BundledPostgres start(Path programs, Path data) {
        return start(programs, data, DURABLE);
    }

    /** Fast but not durable: for tests only. */
    public static BundledPostgres startForTests(Path programs, Path data) {
        return start(programs, data, List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }

    private static BundledPostgres start(Path programs, Path data, List<String> durability) {
        try {
            Files.createDirectories(data);
            PostgresBinaries binaries = PostgresBinaries.unpackedTo(programs.toAbsolutePath());
            PostgresCluster cluster =
                    new PostgresCluster(binaries, data.toAbsolutePath().resolve("database"));
            String password = SecretFile.readOrCreate(data.resolve("database.password"));
            if (!cluster.exists()) {
                Terminal.print("Initializing the database (first start only) ...");
                cluster.initialize(password);
            }
            cluster.stop();
            RotatingLog log = new RotatingLog(data.resolve("log"), "postgresql");
            BundledPostgres otherwise =
                    new BundledPostgres(cluster, log, password, SystemCommand.join(COMMON, durability), Ports.free());
            return otherwise.started();
        } catch (IOException | SQLException failed) {
            throw new LaunchException("Cannot start PostgreSQL in " + data + ": " + failed.getMessage(), failed);
        }
    }

    private BundledPostgres started() throws IOException, SQLException {
        boolean up = false;
        try {
            startServer();
            createDatabase();
            up = true;
            return this;
        } finally {
            if (!up) {
                close();
            }
        }
    }

    /** The JDBC URL of the product's database. */
    public String url() {
        return url(PostgresCluster.USER);
    }

    /** The JDBC URL of another database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return PostgresCluster.USER;
    }

    public String password() {
        return password;
    }

    /** A new connection to a database of this server. */
    public Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user());
        source.setPassword(password);
        source.setConnectTimeout((int) START_TIMEOUT.toSeconds());
        return source.getConnection();
    }

    @Override
    public void close() {
        closing = true;
        boolean interrupted = Thread.interrupted();
        try {
            cluster.stop();
        } catch (IOException failed) {
            log.line("Stopping PostgreSQL failed: " + failed);
        }
        log.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Retries until it accepts connections. Remains of a killed process may block it for a moment. */
    private void startServer() throws IOException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!tryStart(deadline)) {
            if (System.nanoTime() > deadline) {
                throw new LaunchException("PostgreSQL did not start. Last log lines: " + log.lastLines());
            }
            pause();
        }
        process.onExit().thenAccept(this::restartAfter);
    }

    private boolean tryStart(long deadline) throws IOException {
        process = cluster.start(port, settings);
        log.copyFrom(process.getInputStream());
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = connect("postgres")) {
                return connection.isValid(1);
            } catch (SQLException notReady) {
                pause();
            }
        }
        return false;
    }

    private void restartAfter(Process exited) {
        if (closing) {
            return;
        }
        Terminal.print("PostgreSQL exited unexpectedly (exit code " + exited.exitValue() + ") and is restarted.");
        try {
            cluster.stop();
            startServer();
        } catch (IOException | LaunchException failed) {
            Terminal.print("Restarting PostgreSQL failed: " + failed.getMessage());
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + user() + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + user());
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while starting PostgreSQL.", interrupted);
        }
    }
}
