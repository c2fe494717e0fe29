package dev.tidemark.prober.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user and the resource limits of browser processes.
 *
 * @param prefix what starts a program under them: {@code prlimit ... setpriv ...}
 * @param user the numeric id of their user, if it is not the user of the server
 * @param unreachable the file or program that keeps them from running as a user of their own although the server
 *     runs as root
 */
public record ProcessIsolation(List<String> prefix, Optional<Integer> user, Optional<Path> unreachable) {

    /**
     * Below {@code nobody}, which PostgreSQL may run as, and in a range that no distribution assigns:
     * <a href="https://systemd.io/UIDS-GIDS/">systemd's table</a>. It needs no entry in the user database.
     */
    private static final int USER = 65533;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    public ProcessIsolation {
        prefix = List.copyOf(prefix);
    }

    /**
     * The best that this system supports.
     *
     * @param needed files and directories that the processes must be able to read
     */
    public static ProcessIsolation forPaths(List<Path> needed) {
        if (!isRoot()) {
            return new ProcessIsolation(ProcessLimits.prefix(false), Optional.empty(), Optional.empty());
        }
        List<String> change = List.of(
                "setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--no-new-privs", "--inh-caps=-all");
        Optional<Path> unreachable = HostCommand.of(change, "true").succeeds(TIMEOUT)
                ? needed.stream().filter(path -> !isReadable(change, path)).findFirst()
                : Optional.of(Path.of("setpriv"));
        if (unreachable.isPresent()) {
            return new ProcessIsolation(ProcessLimits.prefix(false), Optional.empty(), unreachable);
        }
        List<String> prefix = new ArrayList<>(ProcessLimits.prefix(true));
        prefix.addAll(change);
        return new ProcessIsolation(prefix, Optional.of(USER), Optional.empty());
    }

    /** Whether browser processes run as root. */
    public boolean isRootUsed() {
        return isRoot() && user.isEmpty();
    }

    /** Whether the processes can use a directory below this one. */
    public boolean canReach(Path folder) {
        return user.isEmpty()
                || HostCommand.of(prefix, "test", "-x", folder.toString()).succeeds(TIMEOUT);
    }

    /** Makes a directory theirs, and nobody else's. */
    public Path owned(Path folder) {
        try {
            Files.createDirectories(folder);
            if (user.isPresent()) {
                Files.setAttribute(folder, "unix:uid", user.get());
                Files.setAttribute(folder, "unix:gid", user.get());
            }
            return folder;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException("Cannot prepare the directory " + folder, failed);
        }
    }

    private static boolean isReadable(List<String> change, Path path) {
        return HostCommand.of(change, "test", "-r", path.toString()).succeeds(TIMEOUT);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
