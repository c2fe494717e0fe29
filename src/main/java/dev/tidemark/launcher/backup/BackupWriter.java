package dev.tidemark.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup to a temporary file that is renamed when it is complete. Only its owner can read it. */
public final class BackupWriter {
    private final InstallationFiles installation;
    private final Progress progress;

    public BackupWriter(InstallationFiles installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
    }

    /**
     * Writes the rows of one point in time, while others may change them.
     *
     * @param connection to the database; used for one transaction that reads
     * @param file of the backup; an existing one is replaced when the new one is complete
     * @throws BackupException if that fails; nothing remains
     */
    public Manifest write(Connection connection, Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path incomplete = null;
        try {
            incomplete = temporary(target);
            Manifest manifest = writeArchive(connection, incomplete);
            Files.move(incomplete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (IOException failed) {
            throw new BackupException(
                    "Cannot write the backup " + target + ": " + Reasons.of(failed)
                            + ". Check that the directory exists, is writable, and has enough free space.",
                    failed);
        } catch (SQLException failed) {
            throw new BackupException(
                    "Cannot read the database for the backup: " + Reasons.of(failed)
                            + ". The backup was not written; try again when the database is available.",
                    failed);
        } finally {
            delete(incomplete);
        }
    }

    private static Path temporary(Path target) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".incomplete");
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
        }
        temporary.toFile().deleteOnExit();
        return temporary;
    }

    private Manifest writeArchive(Connection connection, Path path) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            EntryWriter entries = new EntryWriter(zip, progress);
            Manifest manifest = new SnapshotReader(connection, entries, progress).read(installation);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(ManifestJson.write(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private static void delete(Path incomplete) {
        if (incomplete != null && !incomplete.toFile().delete()) {
            incomplete.toFile().deleteOnExit();
        }
    }
}
