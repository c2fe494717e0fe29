package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.SystemCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whether Chromium's sandbox can use user namespaces: it isolates pages from the system. */
final class SandboxCheck implements InstallationCheck {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Path APPARMOR = Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns");
    private static final Path CLONE = Path.of("/proc/sys/kernel/unprivileged_userns_clone");
    private static final Path MAXIMUM = Path.of("/proc/sys/user/max_user_namespaces");

    /** The browser of a server that runs as root runs as another user. */
    private static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) throws IOException {
        if (!Files.exists(MAXIMUM)) {
            return List.of(Finding.ok(name(), "User namespaces are not needed on this system."));
        }
        List<String> browserUser = System.getProperty("user.name").equals("root") ? NOBODY : List.of();
        if (SystemCommand.of("unshare", "--user", "--map-root-user", "true")
                .prefixedBy(browserUser)
                .run(LIMIT)
                .succeeded()) {
            return List.of(Finding.ok(name(), "User namespaces are available: pages run in Chromium's sandbox."));
        }
        return List.of(Finding.warning(
                name(), "User namespaces are not available: pages run without Chromium's sandbox.", remedy()));
    }

    private static String remedy() throws IOException {
        if (is(CLONE, "0")) {
            return "sysctl -w kernel.unprivileged_userns_clone=1 (and in /etc/sysctl.d to make it permanent)";
        }
        if (is(APPARMOR, "1")) {
            return "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or add an AppArmor profile for Chromium";
        }
        return is(MAXIMUM, "0")
                ? "sysctl -w user.max_user_namespaces=15000"
                : "Allow user namespaces; in a container, with a seccomp profile that permits clone and unshare.";
    }

    private static boolean is(Path setting, String value) throws IOException {
        return Files.exists(setting) && Files.readString(setting).strip().equals(value);
    }
}
