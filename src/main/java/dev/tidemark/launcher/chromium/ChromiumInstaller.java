package dev.tidemark.launcher.chromium;

import dev.tidemark.launcher.system.SystemCommand;
import dev.tidemark.launcher.system.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to install a Chromium. Whether it succeeded is determined by searching again.
 *
 * @param message message shown on the terminal before it starts
 */
record ChromiumInstaller(String message, List<SystemCommand> commands) {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Playwright's installer; then the distribution's package, if running as root or with passwordless sudo. */
    static List<ChromiumInstaller> available(Path driver) {
        List<ChromiumInstaller> installers = new ArrayList<>();
        Path node = driver.resolve(Files.exists(driver.resolve("node.exe")) ? "node.exe" : "node");
        Path cli = driver.resolve("package").resolve("cli.js");
        if (Files.exists(node) && Files.exists(cli)) {
            installers.add(new ChromiumInstaller(
                    "No Chromium found. Downloading it with the Playwright installer (about 100 MB) ...",
                    List.of(SystemCommand.of(node.toString(), cli.toString(), "install", "chromium-headless-shell"))));
        }
        if (SystemCommand.find("apt-get").isPresent() && canUseSudo()) {
            installers.add(apt("chromium-headless-shell"));
            installers.add(apt("chromium"));
        }
        return installers;
    }

    void install() {
        Terminal.print(message);
        for (SystemCommand command : commands) {
            SystemCommand.Ended ended = command.run(LIMIT);
            if (!ended.succeeded()) {
                Terminal.print("  Failed: " + lastLine(ended.output()));
                return;
            }
        }
    }

    private static ChromiumInstaller apt(String packageName) {
        return new ChromiumInstaller(
                "Installing the system package " + packageName + " ...",
                List.of(aptGet("update"), aptGet("install", "-y", "--no-install-recommends", packageName)));
    }

    private static SystemCommand aptGet(String... arguments) {
        List<String> sudo = isRoot() ? List.of() : List.of("sudo", "-n");
        return SystemCommand.of(arguments)
                .prefixedBy(
                        SystemCommand.join(sudo, List.of("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q")));
    }

    private static boolean canUseSudo() {
        return isRoot()
                || (SystemCommand.find("sudo").isPresent()
                        && SystemCommand.of("sudo", "-n", "true")
                                .run(Duration.ofSeconds(10))
                                .succeeded());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String lastLine(String output) {
        return output.lines().reduce((first, second) -> second).orElse("no output");
    }
}
