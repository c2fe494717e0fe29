package dev.tidemark.platform.runtime;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shuts the server down when the launcher that started it has exited, also after {@code kill -9}. The PostgreSQL server of the
 * launcher is terminated too; it exits once the connections of this server are closed.
 */
@ApplicationScoped
public class LauncherMonitor {
    private static final Logger LOG = Logger.getLogger(LauncherMonitor.class.getName());

    private static final long PAUSE_MILLIS = 500;

    private final Optional<Long> launcher;
    private final Optional<Path> databasePidFile;
    private Thread watch;

    @Inject
    public LauncherMonitor(
            @ConfigProperty(name = "tidemark.launcher.pid") Optional<Long> launcher,
            @ConfigProperty(name = "tidemark.database.pidfile") Optional<Path> databasePidFile) {
        this.launcher = launcher;
        this.databasePidFile = databasePidFile;
    }

    void begin(@Observes Startup startup) {
        launcher.flatMap(ProcessHandle::of).ifPresent(process -> {
            watch = new Thread(() -> watch(process), "tidemark-launcher-monitor");
            watch.setDaemon(true);
            watch.start();
        });
    }

    @PreDestroy
    void stop() {
        if (watch != null) {
            watch.interrupt();
        }
    }

    /** {@code onExit()} would keep this application in memory after an undeployment. */
    private void watch(ProcessHandle process) {
        try {
            while (process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            end();
        } catch (InterruptedException undeployed) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        LOG.warning("The launcher has stopped; shutting down.");
        databasePidFile.flatMap(LauncherMonitor::processIn).ifPresent(ProcessHandle::destroy);
        Runtime.getRuntime().exit(0);
    }

    private static Optional<ProcessHandle> processIn(Path pidFile) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }
}
