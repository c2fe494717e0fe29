package dev.tidemark.launcher.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a program that refuses to run as root, as PostgreSQL does: unchanged for an unprivileged user, for root in a
 * user namespace (files stay root's), or else as {@code nobody}, who then owns the files.
 */
public record UnprivilegedUser(List<String> prefix, Optional<String> owner) {
    private static final String NOBODY = "nobody";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** @param data data directory of the program; if it exists, its owner decides */
    public static UnprivilegedUser forData(Path data) {
        if (!isRoot()) {
            return new UnprivilegedUser(List.of(), Optional.empty());
        }
        List<String> namespace = List.of("unshare", "--user");
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        boolean asNobody = ownerOf(data).equals(Optional.of(NOBODY));
        if (!asNobody && isUsable(namespace)) {
            return new UnprivilegedUser(namespace, Optional.empty());
        }
        if (isUsable(nobody)) {
            return new UnprivilegedUser(nobody, Optional.of(NOBODY));
        }
        throw new LaunchException(
                "PostgreSQL refuses to run as root, and it cannot be started as another user"
                        + " (neither unshare nor setpriv works). Start Tidemark as an unprivileged user, or set TIDEMARK_DATABASE_URL.");
    }

    /** Changes the owner of a file to the user that the program runs as. */
    public void giveTo(Path path) throws IOException {
        if (owner.isPresent()) {
            UserPrincipal principal =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
            Files.setOwner(path, principal);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<String> ownerOf(Path path) {
        try {
            return Files.exists(path) ? Optional.of(Files.getOwner(path).getName()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(List<String> prefix) {
        return SystemCommand.of("true").prefixedBy(prefix).run(LIMIT).succeeded();
    }
}
