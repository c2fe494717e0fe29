package dev.tidemark.launcher.server;

import dev.tidemark.launcher.postgres.BundledPostgres;
import dev.tidemark.launcher.settings.LauncherSettings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** The database that the next start of Tidemark uses, migrated to the current schema. */
public final class ConfiguredDatabase implements AutoCloseable {
    private final Optional<DataDirectory> folder;
    private final Optional<BundledPostgres> own;
    private final String url;
    private final String user;
    private final String password;

    private ConfiguredDatabase(
            Optional<DataDirectory> folder, Optional<BundledPostgres> own, String url, String user, String password) {
        this.folder = folder;
        this.own = own;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Starts the embedded PostgreSQL unless another one is configured. Fails while a running server uses it. */
    public static ConfiguredDatabase open() {
        Map<String, String> given = LauncherSettings.ofThisProcess();
        LauncherSettings settings = LauncherSettings.of(given);
        ConfiguredDatabase database = settings.database()
                .map(url -> new ConfiguredDatabase(
                        Optional.empty(),
                        Optional.empty(),
                        url,
                        given.getOrDefault("TIDEMARK_DATABASE_USER", "tidemark"),
                        given.getOrDefault("TIDEMARK_DATABASE_PASSWORD", "tidemark")))
                .orElseGet(() -> ofItsOwn(settings));
        Flyway.configure()
                .dataSource(database.url, database.user, database.password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private static ConfiguredDatabase ofItsOwn(LauncherSettings settings) {
        DataDirectory folder = DataDirectory.lock(settings.data());
        BundledPostgres own = BundledPostgres.start(settings.installation().postgresql(), folder.folder());
        return new ConfiguredDatabase(Optional.of(folder), Optional.of(own), own.url(), own.user(), own.password());
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        own.ifPresent(BundledPostgres::close);
        if (folder.isPresent()) {
            folder.get().close();
        }
    }
}
