package dev.tidemark.web.users;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** Faults of keys of a request's body, also of those that are missing: a form shows them at the field all the same. */
final class KeyErrors {

    private KeyErrors() {}

    static void add(ValidationErrors faults, String key, LocalizedMessage detail) {
        faults.add(new SourceLocation("", 0, "/" + key), detail);
    }
}
