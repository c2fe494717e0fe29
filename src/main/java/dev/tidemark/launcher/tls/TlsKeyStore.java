package dev.tidemark.launcher.tls;

import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** WildFly's key store, written from PEM files and again whenever they change. Invalid files leave it as it is. */
public final class TlsKeyStore implements AutoCloseable {
    /** The file is readable by its owner only, like the key in PEM; PKCS#12 requires a password. */
    public static final String PASSWORD = "tidemark";

    private static final long PAUSE_SECONDS = 2;

    private final TlsFiles files;
    private final Path store;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "launch-certificate");
        thread.setDaemon(true);
        return thread;
    });
    private String seen;

    private TlsKeyStore(TlsFiles files, Path store) {
        this.files = files;
        this.store = store;
        this.seen = state();
    }

    /**
     * Writes the key store.
     *
     * @throws LaunchException if a file is invalid
     */
    public static TlsKeyStore write(TlsFiles files, Path store) {
        TlsKeyStore keyStore = new TlsKeyStore(files, store);
        keyStore.write(files.read());
        return keyStore;
    }

    /** Follows changes of the files until it is closed. */
    public void follow() {
        watcher.scheduleWithFixedDelay(this::reload, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Writes the key store again if a file has changed. */
    void reload() {
        String now = state();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            write(files.read());
            Terminal.print(
                    "The certificate in " + files.certificate() + " has changed and is used for new connections.");
        } catch (LaunchException invalid) {
            Terminal.print(invalid.getMessage() + System.lineSeparator() + "The previous certificate remains in use.");
        }
    }

    private void write(TlsMaterial material) {
        try {
            KeyStore keyStore = KeyStore.getInstance("PKCS12");
            keyStore.load(null, null);
            keyStore.setKeyEntry(
                    "server",
                    material.key(),
                    PASSWORD.toCharArray(),
                    material.chain().toArray(Certificate[]::new));
            Path next = Files.createTempFile(store.getParent(), "certificate", ".p12", ownerOnly());
            try (OutputStream out = Files.newOutputStream(next)) {
                keyStore.store(out, PASSWORD.toCharArray());
            }
            Files.move(next, store, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException failed) {
            throw new LaunchException("Cannot write " + store + ": " + failed.getMessage(), failed);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return store.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Dates and sizes: a renewed certificate changes at least one. */
    private String state() {
        return state(files.certificate()) + state(files.key());
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file) + " " + file.toRealPath() + "\n";
        } catch (IOException unreadable) {
            return "unreadable\n";
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
