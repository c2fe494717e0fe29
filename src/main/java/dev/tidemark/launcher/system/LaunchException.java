package dev.tidemark.launcher.system;

/** Tidemark cannot start. The message is shown on the terminal: the problem, its subject, and the remedy. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
