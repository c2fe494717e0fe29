package dev.tidemark.web.users;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** Errors for keys of a request body, including missing keys, so that a form shows them at the input. */
final class KeyErrors {

    private KeyErrors() {}

    static void add(ValidationErrors errors, String key, LocalizedMessage detail) {
        errors.add(new SourceLocation("", 0, "/" + key), detail);
    }
}
