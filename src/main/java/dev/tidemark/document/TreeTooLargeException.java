package dev.tidemark.document;

/** The tree has more values or levels than any definition needs: a YAML alias bomb, a list within itself. */
final class TreeTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TreeTooLargeException(String message) {
        super(message);
    }
}
