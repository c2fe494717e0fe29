package dev.tidemark.launcher.server;

import dev.tidemark.launcher.chromium.ChromiumLocator;
import dev.tidemark.launcher.postgres.BundledPostgres;
import dev.tidemark.launcher.settings.Installation;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.Ports;
import dev.tidemark.launcher.system.Terminal;
import dev.tidemark.launcher.tls.TlsFiles;
import dev.tidemark.launcher.tls.TlsKeyStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A running Tidemark with browser, database and server. Closing it stops these in reverse order. */
public final class Tidemark implements AutoCloseable {
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(180);

    private final LauncherSettings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private ApplicationServer server;
    private int managementPort;

    private Tidemark(LauncherSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts Tidemark and returns when it is ready.
     *
     * @param settings settings by name, such as {@code TIDEMARK_HTTP_PORT}
     * @throws LaunchException if it cannot start; nothing is left running
     */
    public static Tidemark start(Map<String, String> settings) {
        Tidemark tidemark = new Tidemark(LauncherSettings.of(settings));
        try {
            tidemark.start();
            return tidemark;
        } catch (IOException failed) {
            tidemark.close();
            throw new LaunchException("Cannot start Tidemark: " + failed, failed);
        } catch (RuntimeException failed) {
            tidemark.close();
            throw failed;
        }
    }

    private void start() throws IOException {
        settings.installation().requireComplete(settings.database().isEmpty());
        Ports.requireFree(settings.host(), settings.port());
        running.push(DataDirectory.lock(settings.data()));
        TlsFiles.of(settings.product()).ifPresent(this::prepareTls);
        InitialProbes.copyTo(settings);
        Map<String, String> environment = new TreeMap<>(settings.product());
        environment.put("TIDEMARK_DATA_DIR", settings.data().toString());
        environment.put("TIDEMARK_BASE_PATH", settings.basePath());
        EncryptionKeyFile.of(environment, settings.data())
                .filter(EncryptionKeyFile::exists)
                .ifPresent(EncryptionKeyFile::ids);
        environment.put("TIDEMARK_CHROMIUM", chromium().program().toString());
        if (settings.database().isEmpty()) {
            BundledPostgres own = BundledPostgres.start(settings.installation().postgresql(), settings.data());
            running.push(own);
            environment.put("TIDEMARK_DATABASE_URL", own.url());
            environment.put("TIDEMARK_DATABASE_USER", own.user());
            environment.put("TIDEMARK_DATABASE_PASSWORD", own.password());
        }
        SchemaGuard.require(environment);
        EncryptionKeyGuard.provide(environment, settings.data());
        Terminal.print("Starting the server ...");
        managementPort = Ports.free();
        server = ApplicationServer.start(settings, environment, properties());
        running.push(server);
        if (!server.awaitReady(READY_TIMEOUT)) {
            Terminal.print("The server is running but does not report that it is ready. See " + settings.address()
                    + "health/ready. " + server.hint());
        }
    }

    /** A release does not install software on its own; a build does, so that a contributor needs a JDK only. */
    private ChromiumLocator chromium() {
        Installation installation = settings.installation();
        return ChromiumLocator.locate(
                settings.chromium(), installation.isRelease() ? Optional.empty() : Optional.of(installation.driver()));
    }

    private void prepareTls(TlsFiles files) {
        Ports.requireFree(
                settings.product().getOrDefault("TIDEMARK_HTTP_HOST", "127.0.0.1"),
                Integer.parseInt(settings.product().getOrDefault("TIDEMARK_HTTPS_PORT", "8443")));
        TlsKeyStore keyStore = TlsKeyStore.write(files, keyStore());
        keyStore.follow();
        running.push(keyStore);
    }

    private Path keyStore() {
        return settings.data().resolve("certificate.p12");
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("jboss.management.http.port", String.valueOf(managementPort));
        properties.put("playwright.cli.dir", settings.installation().driver().toString());
        properties.put("jboss.tx.node.id", transactionNode());
        properties.put(
                "tidemark.launcher.pid", String.valueOf(ProcessHandle.current().pid()));
        if (!settings.basePath().isEmpty()) {
            properties.put("tidemark.base.path", settings.basePath());
            properties.put("mp.openapi.extensions.path", settings.basePath() + "/openapi");
        }
        if (TlsFiles.of(settings.product()).isPresent()) {
            properties.put("tidemark.tls.store", keyStore().toString());
        }
        if (settings.database().isEmpty()) {
            properties.put(
                    "tidemark.database.pidfile",
                    settings.data().resolve("database/postmaster.pid").toString());
        }
        return properties;
    }

    /** Unique per node; at most 23 bytes. */
    private static String transactionNode() {
        return "t" + Long.toString(ProcessHandle.current().pid(), 36)
                + Long.toString(new SecureRandom().nextLong() >>> 1, 36);
    }

    /** URL of the web interface. */
    public String address() {
        return settings.address();
    }

    /** Management port on loopback. */
    public int managementPort() {
        return managementPort;
    }

    /** The credentials that the product generated for its first user: read once, then deleted. */
    public Optional<String> initialCredentials() {
        return InitialCredentialsFile.readAndDelete(settings.data());
    }

    Path data() {
        return settings.data();
    }

    /** The file that has them until they are read. */
    Optional<Path> initialCredentialsFile() {
        return InitialCredentialsFile.of(settings.data());
    }

    /** The directory of probe files. */
    Path probes() {
        return settings.probes();
    }

    /** Waits until the server exits, and returns its exit code. */
    int awaitEnd() {
        int code = server.awaitEnd();
        Terminal.print("The server exited (exit code " + code + "). " + server.hint());
        return code;
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        while (!running.isEmpty()) {
            closeOne(running.pop());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeOne(AutoCloseable component) {
        try {
            component.close();
        } catch (Exception failed) {
            Terminal.print("Stopping " + component.getClass().getSimpleName() + " failed: " + failed);
        }
    }
}
