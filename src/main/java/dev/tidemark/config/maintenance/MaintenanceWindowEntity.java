package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.ValidationErrors;
import jakarta.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A row of {@code maintenance_window}; the definition is JSON in the format of the API. */
@Entity
@Table(name = "maintenance_window")
class MaintenanceWindowEntity {

    @Id
    private String id;

    private String definition;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected MaintenanceWindowEntity() {}

    MaintenanceWindowEntity(MaintenanceWindow window, String by, Instant now) {
        id = window.id();
        update(window, by, now);
    }

    final void update(MaintenanceWindow window, String by, Instant now) {
        definition = Json.createObjectBuilder(MaintenanceWindowWriter.fields(window))
                .build()
                .toString();
        changedBy = by;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    MaintenanceWindow toRecord() {
        return new MaintenanceWindowReader(new ValidationErrors())
                .json(definition, Optional.of(id))
                .orElseThrow(() -> new IllegalStateException("window \"" + id + "\" cannot be read: " + definition));
    }
}
