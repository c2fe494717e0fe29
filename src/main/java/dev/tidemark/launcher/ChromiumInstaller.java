package dev.tidemark.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to install a Chromium. Whether it succeeded is determined by searching again.
 *
 * @param saying message shown on the terminal before it starts
 */
record ChromiumInstaller(String saying, List<SystemCommand> commands) {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Playwright's installer; then the distribution's package, where we are root or may become it without a password. */
    static List<ChromiumInstaller> allowedHere(Path driver) {
        List<ChromiumInstaller> ways = new ArrayList<>();
        Path node = driver.resolve(Files.exists(driver.resolve("node.exe")) ? "node.exe" : "node");
        Path cli = driver.resolve("package").resolve("cli.js");
        if (Files.exists(node) && Files.exists(cli)) {
            ways.add(new ChromiumInstaller(
                    "No Chromium found. Downloading it with the Playwright installer (about 100 MB) ...",
                    List.of(SystemCommand.of(node.toString(), cli.toString(), "install", "chromium-headless-shell"))));
        }
        if (SystemCommand.find("apt-get").isPresent() && mayBecomeRoot()) {
            ways.add(apt("chromium-headless-shell"));
            ways.add(apt("chromium"));
        }
        return ways;
    }

    void install() {
        Terminal.say(saying);
        for (SystemCommand command : commands) {
            SystemCommand.Ended ended = command.run(LIMIT);
            if (!ended.well()) {
                Terminal.say("  Failed: " + lastLine(ended.output()));
                return;
            }
        }
    }

    private static ChromiumInstaller apt(String packageName) {
        return new ChromiumInstaller(
                "Installing the system package " + packageName + " ...",
                List.of(aptGet("update"), aptGet("install", "-y", "--no-install-recommends", packageName)));
    }

    private static SystemCommand aptGet(String... words) {
        List<String> sudo = isRoot() ? List.of() : List.of("sudo", "-n");
        return SystemCommand.of(words)
                .after(SystemCommand.join(sudo, List.of("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q")));
    }

    private static boolean mayBecomeRoot() {
        return isRoot()
                || (SystemCommand.find("sudo").isPresent()
                        && SystemCommand.of("sudo", "-n", "true")
                                .run(Duration.ofSeconds(10))
                                .well());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String lastLine(String output) {
        return output.lines().reduce((first, second) -> second).orElse("no output");
    }
}
