package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** The tree exceeds the maximum size or depth, for example because of a YAML alias bomb or a list that contains itself. */
final class DocumentTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedMessage localizedMessage;

    DocumentTooLargeException(LocalizedMessage message) {
        super(message.toString());
        this.localizedMessage = message;
    }

    LocalizedMessage localizedMessage() {
        return localizedMessage;
    }
}
