package dev.tidemark.maintenance;

import dev.tidemark.document.Faults;
import java.util.Optional;

/** Reads windows for other rooms. */
public final class Windows {

    private Windows() {}

    /** A window from JSON as the API takes it; empty with faults. */
    public static Optional<Window> read(String json, Faults faults) {
        return new WindowReader(faults).json(json, Optional.empty());
    }
}
