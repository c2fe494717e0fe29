package dev.tidemark.model.probe;

import java.util.Locale;

/** The severity of a limit that is over budget. */
public enum Severity {
    WARNING,
    CRITICAL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
