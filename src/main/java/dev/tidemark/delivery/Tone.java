package dev.tidemark.delivery;

import java.util.Locale;

/** How bad the news is; the first word of a subject. */
public enum Tone {
    FAILING,
    DEGRADED,
    RECOVERED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
