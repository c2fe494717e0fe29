package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.ValidationErrors;
import java.util.Optional;

/** Reads maintenance windows for other packages. */
public final class MaintenanceWindows {

    private MaintenanceWindows() {}

    /** Reads a window from JSON in the format of the API; empty with errors. */
    public static Optional<MaintenanceWindow> read(String json, ValidationErrors errors) {
        return new MaintenanceWindowReader(errors).json(json, Optional.empty());
    }
}
