package dev.tidemark.launcher.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files of this Tidemark: an unpacked release, which is never written to, or the output of a build.
 *
 * @param home directory with server, WAR, Playwright driver and PostgreSQL
 */
public record Installation(Path home) {

    static Installation of(Map<String, String> settings) {
        return new Installation(Path.of(settings.getOrDefault("TIDEMARK_HOME", "target"))
                .toAbsolutePath()
                .normalize());
    }

    /** Whether this is a release rather than a build directory. */
    public boolean isRelease() {
        return Files.exists(home.resolve("bin/tidemark"));
    }

    public Path server() {
        return home.resolve("server");
    }

    public Path war() {
        return home.resolve("tidemark.war");
    }

    public Path driver() {
        return home.resolve("playwright-driver");
    }

    /** The programs of PostgreSQL; in a build directory they are unpacked at the first start. */
    public Path postgresql() {
        return home.resolve("postgresql");
    }

    /** Probes that a new data directory begins with. */
    public Path suppliedProbes() {
        return home.resolve("probes");
    }

    Path configurationFile() {
        return home.resolve("conf/tidemark.properties");
    }

    /** Independent of the version and of the current directory for a release, so that an upgrade finds the data. */
    Path defaultData(Map<String, String> environment) {
        if (!isRelease()) {
            return Path.of("data");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = xdg.startsWith("/") ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".local", "share");
        return base.resolve("tidemark");
    }
}
