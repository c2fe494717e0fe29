package dev.tidemark.storage.run;

import java.util.Locale;

/** Where a run is in its life; it only goes forward. */
public enum RunState {
    QUEUED,
    RUNNING,
    ENDED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
