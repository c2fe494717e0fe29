package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.settings.LauncherSettings;
import java.util.List;

/** The Java runtime that runs this program, and that runs the server. */
final class JavaCheck implements InstallationCheck {
    private static final int OLDEST = 17;

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) {
        String found = "Java " + Runtime.version() + " in " + System.getProperty("java.home") + ".";
        return List.of(
                Runtime.version().feature() < OLDEST
                        ? Finding.failed(name(), found, "Install Java " + OLDEST + " or newer.")
                        : Finding.ok(name(), found));
    }
}
