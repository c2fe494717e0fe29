package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;

/** How bad a broken limit is. */
public enum Severity {
    WARNING,
    CRITICAL;

    /** As people read it. */
    public LocalizedMessage title() {
        return LocalizedMessage.of("severity." + label());
    }

    /** As definitions write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
