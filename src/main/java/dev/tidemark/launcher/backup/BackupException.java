package dev.tidemark.launcher.backup;

/** A backup cannot be written or restored. The message names the file or database, the reason and the remedy. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
