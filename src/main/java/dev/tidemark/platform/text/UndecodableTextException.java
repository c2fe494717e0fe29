package dev.tidemark.platform.text;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** The bytes are not a text in the expected encoding. */
public final class UndecodableTextException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    private final int line;

    UndecodableTextException(int line, LocalizedMessage message) {
        super(message);
        this.line = line;
    }

    /** The line of the first wrong byte, from 1. */
    public int line() {
        return line;
    }
}
