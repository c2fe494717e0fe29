package dev.tidemark.storage.spool;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that are complete or absent, also after a power failure: written under another name, synchronized, renamed. Only the
 * user of the server can read them.
 */
record SpoolDirectory(Path folder) {

    private static final String COMPLETE = ".result";
    private static final String PARTIAL = ".partial";
    private static final String DAMAGED = ".damaged";
    private static final int MAX_DAMAGED = 20;

    /** The names of all complete files, in order. */
    List<String> names() throws IOException {
        return files(COMPLETE).stream()
                .map(file -> file.getFileName().toString())
                .map(file -> file.substring(0, file.length() - COMPLETE.length()))
                .toList();
    }

    long bytes() throws IOException {
        long sum = 0;
        for (Path file : files(COMPLETE)) {
            sum += Files.size(file);
        }
        return sum;
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name + COMPLETE));
    }

    void write(String name, byte[] content) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path partial = folder.resolve(name + PARTIAL);
        try {
            Files.deleteIfExists(partial);
            try (FileChannel out = FileChannel.open(
                    partial, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(partial, folder.resolve(name + COMPLETE), StandardCopyOption.ATOMIC_MOVE);
            synchronizeFolder();
        } catch (IOException failed) {
            Files.deleteIfExists(partial);
            throw failed;
        }
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + COMPLETE));
    }

    /** Keeps a file for examination, at most the newest 20. */
    void setAside(String name) throws IOException {
        Files.move(
                folder.resolve(name + COMPLETE), folder.resolve(name + DAMAGED), StandardCopyOption.REPLACE_EXISTING);
        List<Path> damaged = files(DAMAGED);
        for (Path old : damaged.subList(0, Math.max(0, damaged.size() - MAX_DAMAGED))) {
            Files.deleteIfExists(old);
        }
    }

    /** Deletes what an interrupted write left. */
    void deletePartial() throws IOException {
        for (Path file : files(PARTIAL)) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | FileNotFoundException none) {
            return List.of();
        }
    }

    /** Makes the new name durable; not supported on Windows, where it is not needed. */
    private void synchronizeFolder() throws IOException {
        if (isPosix()) {
            try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
