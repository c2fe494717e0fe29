package dev.tidemark.config.maintenance;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Instant;
import java.util.Collection;

/**
 * A maintenance window.
 *
 * @param id a slug like that of a probe: lower-case letters, digits and hyphens
 * @param name for charts and logs
 */
public record MaintenanceWindow(String id, String name, WindowScope scope, Recurrence recurrence) {

    private static final int MAX_NAME_LENGTH = 100;

    public MaintenanceWindow {
        new ProbeId(id);
        requireValidName(name);
    }

    static String requireValidName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new InvalidValueException("validation.name.length", MAX_NAME_LENGTH);
        }
        return name;
    }

    public boolean covers(ProbeId probe, Collection<String> tags, Instant at) {
        return scope.covers(probe, tags) && recurrence.covers(at);
    }
}
