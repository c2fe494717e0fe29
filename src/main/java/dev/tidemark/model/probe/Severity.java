package dev.tidemark.model.probe;

import java.util.Locale;

/** How bad a broken limit is. */
public enum Severity {
    WARNING,
    CRITICAL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
