package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.SystemCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What limits memory and processes of browsers here. */
final class LimitsCheck implements InstallationCheck {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Path CONTROLLERS = Path.of("/sys/fs/cgroup/cgroup.controllers");

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) throws IOException {
        boolean groups = Files.exists(CONTROLLERS)
                && List.of(Files.readString(CONTROLLERS).split("\\s+")).containsAll(List.of("memory", "pids"));
        if (groups) {
            return List.of(
                    Finding.ok(
                            name(),
                            "Control groups are available: a systemd service with Delegate=memory pids limits each browser as a whole."));
        }
        if (SystemCommand.of("prlimit", "--core=0", "true").run(LIMIT).succeeded()) {
            return List.of(Finding.ok(
                    name(), "No cgroup v2 with memory and pids: browsers are limited per process only (prlimit)."));
        }
        return List.of(Finding.warning(
                name(), "Memory and processes of browsers are not limited.", "Install prlimit (package util-linux)."));
    }
}
