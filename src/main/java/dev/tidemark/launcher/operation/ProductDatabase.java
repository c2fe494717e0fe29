package dev.tidemark.launcher.operation;

import dev.tidemark.launcher.postgres.BundledPostgres;
import dev.tidemark.launcher.postgres.RunningPostgres;
import dev.tidemark.launcher.server.DataDirectory;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of this installation: the configured one, or the embedded one, which is started for as long as this is open unless
 * Tidemark runs.
 */
public final class ProductDatabase implements AutoCloseable {
    private static final int CONNECT_SECONDS = 10;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private boolean running;

    private ProductDatabase() {}

    /** For reading: while Tidemark runs, its database is used. */
    public static ProductDatabase shared(LauncherSettings settings) {
        return opened(settings, database -> database.openShared(settings));
    }

    /** For a restore: Tidemark must not run with this data directory. */
    public static ProductDatabase exclusive(LauncherSettings settings) {
        return opened(settings, database -> database.openExclusive(settings));
    }

    private static ProductDatabase opened(LauncherSettings settings, Opening opening) {
        ProductDatabase database = new ProductDatabase();
        boolean open = false;
        try {
            opening.open(database);
            open = true;
            return database;
        } catch (IOException failed) {
            throw new LaunchException("Cannot read the data directory " + settings.data() + ": " + failed, failed);
        } finally {
            if (!open) {
                database.close();
            }
        }
    }

    /** False before the first start with an embedded database, which creates it. */
    public static boolean exists(LauncherSettings settings) {
        return settings.database().isPresent() || Files.exists(settings.data().resolve("database/PG_VERSION"));
    }

    public Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException failed) {
            throw new LaunchException(
                    "Cannot connect to the database " + source.getURL().replaceFirst("\\?.*", "") + " as user "
                            + source.getUser() + ": "
                            + failed.getMessage()
                            + " Check that the server runs and that TIDEMARK_DATABASE_URL, TIDEMARK_DATABASE_USER and TIDEMARK_DATABASE_PASSWORD are correct.",
                    failed);
        }
    }

    /** Whether it is the embedded database of a Tidemark that is running. */
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                throw new LaunchException("Cannot release the database: " + failed.getMessage(), failed);
            }
        }
    }

    private void openShared(LauncherSettings settings) throws IOException {
        if (settings.database().isPresent()) {
            useConfigured(settings);
        } else if (!exists(settings)) {
            throw new LaunchException("There is no database in " + settings.data()
                    + ". Check TIDEMARK_DATA_DIR, or start Tidemark once.");
        } else {
            openEmbedded(settings);
        }
    }

    private void openEmbedded(LauncherSettings settings) throws IOException {
        try {
            opened.push(DataDirectory.lock(settings.data()));
        } catch (LaunchException inUse) {
            RunningPostgres server = RunningPostgres.of(settings.data()).orElseThrow(() -> inUse);
            use(server.url(), server.user(), server.password());
            running = true;
            return;
        }
        startEmbedded(settings);
    }

    private void openExclusive(LauncherSettings settings) {
        opened.push(DataDirectory.lock(settings.data()));
        if (settings.database().isPresent()) {
            useConfigured(settings);
        } else {
            startEmbedded(settings);
        }
    }

    private void startEmbedded(LauncherSettings settings) {
        BundledPostgres embedded = BundledPostgres.start(settings.installation().postgresql(), settings.data());
        opened.push(embedded);
        use(embedded.url(), embedded.user(), embedded.password());
    }

    private void useConfigured(LauncherSettings settings) {
        use(
                settings.database().orElseThrow(),
                settings.product().getOrDefault("TIDEMARK_DATABASE_USER", "tidemark"),
                settings.product().getOrDefault("TIDEMARK_DATABASE_PASSWORD", "tidemark"));
    }

    private void use(String url, String user, String password) {
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("tidemark");
    }

    private interface Opening {
        void open(ProductDatabase database) throws IOException;
    }
}
