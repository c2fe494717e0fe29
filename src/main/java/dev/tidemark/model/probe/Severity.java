package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;

/** The severity of a limit that is over budget. */
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
