package dev.tidemark.platform.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shuts the server down when the launcher that started it has exited, also after {@code kill -9}. The PostgreSQL server of the
 * launcher is terminated too; it exits once the connections of this server are closed.
 */
@ApplicationScoped
public class LauncherMonitor {
    private static final Logger LOG = Logger.getLogger(LauncherMonitor.class.getName());

    private final Optional<Long> launcher;
    private final Optional<Path> databasePidFile;

    @Inject
    public LauncherMonitor(
            @ConfigProperty(name = "tidemark.launcher.pid") Optional<Long> launcher,
            @ConfigProperty(name = "tidemark.database.pidfile") Optional<Path> databasePidFile) {
        this.launcher = launcher;
        this.databasePidFile = databasePidFile;
    }

    void begin(@Observes Startup startup) {
        launcher.flatMap(ProcessHandle::of)
                .ifPresent(process -> process.onExit().thenRun(this::end));
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
