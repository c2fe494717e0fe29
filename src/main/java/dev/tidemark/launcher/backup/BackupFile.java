package dev.tidemark.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An existing backup, opened for reading. */
public final class BackupFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** A manifest has some hundred bytes per table and probe file. */
    private static final int MAX_MANIFEST = 64 << 20;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads its manifest.
     *
     * @throws BackupException if the file is not a complete backup that this version reads
     */
    public static BackupFile open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        ZipFile zip = null;
        boolean opened = false;
        try {
            if (!Files.isRegularFile(path)) {
                throw new BackupException("There is no backup " + path + ". Check the path.");
            }
            zip = new ZipFile(path.toFile());
            BackupFile backup = new BackupFile(path, zip, readManifest(path, zip));
            opened = true;
            return backup;
        } catch (ZipException damaged) {
            throw new BackupException(
                    path + " is not a complete backup of Tidemark: " + Reasons.of(damaged)
                            + ". It was truncated, damaged, or is a file of another kind. Copy it again, or use another backup.",
                    damaged);
        } catch (IOException | IllegalArgumentException failed) {
            throw new BackupException("Cannot read the backup " + path + ": " + Reasons.of(failed) + ".", failed);
        } finally {
            if (!opened) {
                close(zip);
            }
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    Path path() {
        return path;
    }

    /** Reads everything and compares it with the checksums; all damaged entries are reported at once. */
    public void verify(Progress progress) {
        List<String> damaged = new ArrayList<>();
        contents().forEach(content -> {
            progress.begin("Verifying " + content.entry());
            if (!isIntact(content, progress)) {
                damaged.add(content.entry());
            }
        });
        if (!damaged.isEmpty()) {
            throw new BackupException(
                    "The backup " + path + " is damaged: the checksum of " + String.join(", ", damaged)
                            + " does not match. Nothing was changed. Copy the file again, or use another backup.");
        }
    }

    InputStream stream(Manifest.Content content) throws IOException {
        ZipEntry entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw new ZipException(content.entry() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        close(zip);
    }

    private Stream<Manifest.Content> contents() {
        return Stream.concat(manifest.tables().stream().map(Manifest.Table::content), manifest.files().stream());
    }

    private boolean isIntact(Manifest.Content content, Progress progress) {
        MessageDigest digest = Checksums.sha256();
        long bytes = 0;
        byte[] block = new byte[BUFFER];
        try (InputStream stream = stream(content)) {
            for (int n = stream.read(block); n >= 0 && bytes <= content.bytes(); n = stream.read(block)) {
                digest.update(block, 0, n);
                bytes += n;
                progress.add(n);
            }
        } catch (IOException unreadable) {
            return false;
        }
        return bytes == content.bytes()
                && HexFormat.of().formatHex(digest.digest()).equals(content.sha256());
    }

    private static Manifest readManifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new ZipException("it has no " + Manifest.ENTRY);
        }
        byte[] json;
        try (InputStream stream = zip.getInputStream(entry)) {
            json = stream.readNBytes(MAX_MANIFEST);
        }
        CRC32 checksum = new CRC32();
        checksum.update(json);
        if (checksum.getValue() != entry.getCrc()) {
            throw new ZipException("the checksum of " + Manifest.ENTRY + " does not match");
        }
        return parse(path, json);
    }

    private static Manifest parse(Path path, byte[] json) throws ZipException {
        try {
            ManifestJson.Header header = ManifestJson.header(json);
            if (!Objects.equals(header.kind(), Manifest.KIND)) {
                throw new ZipException(Manifest.ENTRY + " describes something else");
            }
            if (header.format() > Manifest.FORMAT) {
                throw new BackupException("The backup " + path + " has format " + header.format()
                        + ", and this version reads formats up to " + Manifest.FORMAT + ". Install Tidemark "
                        + header.product() + " or newer to restore it.");
            }
            return ManifestJson.read(json);
        } catch (JsonProcessingException | NullPointerException malformed) {
            throw new ZipException(Manifest.ENTRY + " is malformed");
        }
    }

    private static void close(ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException ignored) {
            // Only read from; nothing depends on it.
        }
    }
}
