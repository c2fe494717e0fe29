package dev.tidemark.config.document;

/** The tree has more values or levels than any definition needs: a YAML alias bomb, a list within itself. */
final class DocumentTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DocumentTooLargeException(String message) {
        super(message);
    }
}
