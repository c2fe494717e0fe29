package dev.tidemark.launcher;

/** The start cannot go on. The message is written for the person at the terminal: what, which, and what to do. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
