package dev.tidemark.storage.marker;

import dev.tidemark.model.result.ProbeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code marker}. */
@Entity
@Table(name = "marker")
class MarkerEntity {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Marker.Kind kind;

    private OffsetDateTime at;

    @Column(name = "probe_id")
    private String probeId;

    private String tag;

    private String title;

    private String link;

    @Column(name = "created_by")
    private String madeBy;

    protected MarkerEntity() {}

    MarkerEntity(Marker marker) {
        id = marker.id();
        kind = marker.kind();
        at = utc(marker.at());
        probeId = marker.probe().map(ProbeId::slug).orElse(null);
        tag = marker.tag().orElse(null);
        title = marker.title();
        link = marker.link().orElse(null);
        madeBy = marker.by();
    }

    Marker marker() {
        return new Marker(
                id,
                kind,
                at.toInstant(),
                Optional.ofNullable(probeId).map(ProbeId::new),
                Optional.ofNullable(tag),
                title,
                Optional.ofNullable(link),
                madeBy);
    }

    static OffsetDateTime utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
