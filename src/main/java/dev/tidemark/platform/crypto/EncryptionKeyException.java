package dev.tidemark.platform.crypto;

import dev.tidemark.platform.i18n.InvalidValueException;

/** The encryption key is missing, invalid or not the one of the database. The message says which key, and how to fix it. */
public final class EncryptionKeyException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    EncryptionKeyException(String key, Object... arguments) {
        super(key, arguments);
    }
}
