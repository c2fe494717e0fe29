package dev.tidemark.storage.run;

import java.util.Locale;

/** The state of a run, which only moves forward. */
public enum RunState {
    QUEUED,
    RUNNING,
    ENDED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
