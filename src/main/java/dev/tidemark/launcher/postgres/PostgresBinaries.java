package dev.tidemark.launcher.postgres;

import dev.tidemark.launcher.system.LaunchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL binaries for this platform, unpacked once from the Maven artifact. */
public record PostgresBinaries(Path folder) {
    private static final String DONE = ".unpacked";
    private static final String LOCK = ".unpacking";

    /** Unpacks into the directory that the argument names, for a release. */
    public static void main(String[] arguments) {
        unpackedTo(Path.of(arguments[0]));
    }

    /** Unpacks into the directory, unless already done; several processes may start at once. */
    static synchronized PostgresBinaries unpackedTo(Path folder) {
        if (!isUnpacked(folder)) {
            try {
                Files.createDirectories(folder);
                unpackOnce(folder);
            } catch (IOException failed) {
                throw new LaunchException("Cannot unpack PostgreSQL to " + folder + ": " + failed, failed);
            }
        }
        return new PostgresBinaries(folder);
    }

    private static boolean isUnpacked(Path folder) {
        return Files.exists(folder.resolve(DONE));
    }

    private static void unpackOnce(Path folder) throws IOException {
        try (FileChannel file =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (lock.isValid() && !isUnpacked(folder)) {
                unpack(folder);
                Files.writeString(folder.resolve(DONE), "");
            }
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            target.toFile().setExecutable(true, false);
        }
    }

    private static InputStream archive() {
        String name = "postgres-" + system() + "-" + architecture() + ".txz";
        InputStream found = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (found == null) {
            throw new LaunchException(
                    "No PostgreSQL is bundled for this platform (" + name + " is not on the class path). Set"
                            + " TIDEMARK_DATABASE_URL, TIDEMARK_DATABASE_USER and TIDEMARK_DATABASE_PASSWORD to use an existing database.");
        }
        return found;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }
}
