package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.ValidationErrors;
import java.util.Optional;

/** Reads maintenance windows for other packages. */
public final class MaintenanceWindows {

    private MaintenanceWindows() {}

    /** A window from JSON as the API takes it; empty with faults. */
    public static Optional<MaintenanceWindow> read(String json, ValidationErrors errors) {
        return new MaintenanceWindowReader(errors).json(json, Optional.empty());
    }
}
