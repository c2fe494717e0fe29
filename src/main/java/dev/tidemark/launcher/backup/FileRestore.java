package dev.tidemark.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Restores probe files that do not exist. A file that exists with other contents is left as it is; the one of the backup is put into a separate
 * directory, together with the settings.
 *
 * @param probes directory of probe files
 * @param others directory for everything that is not put into use
 */
public record FileRestore(BackupFile backup, Path probes, Path others) {

    /** Rejects names that lead out of the directory, before anything is restored. */
    public void check() {
        for (Manifest.Content file : backup.manifest().files()) {
            Path base = Path.of("/files");
            if (!base.resolve(file.entry()).normalize().startsWith(base)
                    || Path.of(file.entry()).isAbsolute()) {
                throw new BackupException("The backup " + backup.path() + " has a file with an invalid name: "
                        + file.entry() + ". Nothing was changed. Use another backup.");
            }
        }
    }

    /** Restores the files and returns those that were not put into use, with the place where they are. */
    public List<Path> run() {
        List<Path> unused = new ArrayList<>();
        for (Manifest.Content file : backup.manifest().files()) {
            try {
                restore(file, unused);
            } catch (IOException failed) {
                throw new BackupException(
                        "The database is restored, but not the file " + file.entry() + ": " + Reasons.of(failed)
                                + ". Unpack it from " + backup.path() + " with: unzip " + backup.path() + " '"
                                + file.entry() + "'",
                        failed);
            }
        }
        return unused;
    }

    private void restore(Manifest.Content file, List<Path> unused) throws IOException {
        Path target = others.resolve(file.entry());
        if (file.entry().startsWith(InstallationFiles.PROBES)) {
            Path used = probes.resolve(file.entry().substring(InstallationFiles.PROBES.length()));
            if (!Files.exists(used)) {
                copy(file, used);
                return;
            }
            if (isSame(file, used)) {
                return;
            }
        }
        copy(file, target);
        unused.add(target);
    }

    private boolean isSame(Manifest.Content file, Path existing) throws IOException {
        try (InputStream saved = backup.stream(file);
                InputStream present = Files.newInputStream(existing)) {
            return Arrays.equals(saved.readAllBytes(), present.readAllBytes());
        }
    }

    private void copy(Manifest.Content file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = backup.stream(file)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
