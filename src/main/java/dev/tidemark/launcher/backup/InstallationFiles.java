package dev.tidemark.launcher.backup;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a backup has besides the database.
 *
 * @param product version of the program
 * @param probes directory of the probe files; it need not exist
 * @param settings settings by name, without secrets
 */
public record InstallationFiles(String product, Path probes, Map<String, String> settings) {
    static final String PROBES = "probes/";
    static final String SETTINGS = "settings.properties";

    public InstallationFiles {
        settings = Map.copyOf(settings);
    }
}
