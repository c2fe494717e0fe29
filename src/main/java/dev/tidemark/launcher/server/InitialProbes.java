package dev.tidemark.launcher.server;

import dev.tidemark.launcher.settings.Installation;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The probes that a release supplies: copied into its data directory at the first start, where people add their own. */
final class InitialProbes {
    private InitialProbes() {}

    static void copyTo(LauncherSettings settings) throws IOException {
        Installation installation = settings.installation();
        Path probes = settings.probes();
        boolean isOurs = installation.isRelease() && probes.startsWith(settings.data());
        if (isOurs && !Files.exists(probes) && Files.isDirectory(installation.suppliedProbes())) {
            Directories.copy(installation.suppliedProbes(), probes);
        }
    }
}
