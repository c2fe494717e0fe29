package dev.tidemark.maintenance;

import dev.tidemark.document.Faults;
import jakarta.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The row of a window; the definition is the JSON that the API takes. */
@Entity
@Table(name = "maintenance_window")
class WindowEntity {

    @Id
    private String id;

    private String definition;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected WindowEntity() {}

    WindowEntity(Window window, String by, Instant now) {
        id = window.id();
        become(window, by, now);
    }

    final void become(Window window, String by, Instant now) {
        definition =
                Json.createObjectBuilder(WindowWriter.fields(window)).build().toString();
        changedBy = by;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    Window toRecord() {
        return new WindowReader(new Faults())
                .json(definition, Optional.of(id))
                .orElseThrow(() -> new IllegalStateException("window \"" + id + "\" cannot be read: " + definition));
    }
}
