package dev.tidemark.launcher.settings;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The files of this Tidemark: an unpacked release, which is never written to, or the output of a build.
 *
 * @param home directory with server, WAR, Playwright driver and PostgreSQL
 */
public record Installation(Path home) {
    private static final String REMEDY =
            " Compare the checksum of the archive and unpack it again, or install the package again.";

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

    /**
     * Checks that a release was unpacked completely.
     *
     * @param ownDatabase whether its PostgreSQL is used
     * @throws LaunchException with all that is missing; nothing has been changed
     */
    public void requireComplete(boolean ownDatabase) {
        if (!isRelease()) {
            return;
        }
        List<String> missing = Stream.of(
                        war(),
                        server().resolve("standalone/configuration"),
                        driver().resolve("node"),
                        postgresql().resolve("bin/postgres"))
                .filter(file -> ownDatabase || !file.startsWith(postgresql()))
                .filter(file -> !Files.exists(file))
                .map(file -> home.relativize(file).toString())
                .toList();
        if (!missing.isEmpty()) {
            throw new LaunchException("The installation in " + home + " is not complete. Missing: "
                    + String.join(", ", missing) + "." + REMEDY);
        }
        try (ZipFile complete = new ZipFile(war().toFile())) {
            if (complete.getEntry("WEB-INF/web.xml") == null) {
                throw new LaunchException(war() + " is not Tidemark's." + REMEDY);
            }
        } catch (IOException damaged) {
            throw new LaunchException(war() + " is damaged: " + damaged.getMessage() + "." + REMEDY, damaged);
        }
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
