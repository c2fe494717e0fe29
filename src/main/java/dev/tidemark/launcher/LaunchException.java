package dev.tidemark.launcher;

/** Tidemark cannot start. The message is shown on the terminal: the problem, its subject, and the remedy. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
