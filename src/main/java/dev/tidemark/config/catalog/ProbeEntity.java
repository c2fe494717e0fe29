package dev.tidemark.config.catalog;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.crypto.EncryptedField;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A row of {@code probe}. The definition is encrypted as a whole (ADR 0034). */
@Entity
@Table(name = "probe")
class ProbeEntity {

    @Id
    private String slug;

    private String definition;

    private long version;

    private String file;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    protected ProbeEntity() {}

    ProbeEntity(Probe probe, Optional<String> file, Instant now) {
        this.slug = probe.id().slug();
        replace(probe, file, now);
    }

    /** Stores the next version of the probe. */
    final void replace(Probe probe, Optional<String> newFile, Instant now) {
        definition = field().encrypt(ProbeWriter.json(probe));
        version++;
        file = newFile.orElse(null);
        changedAt = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    boolean isDefinedBy(Probe probe, String byFile) {
        return byFile.equals(file) && entry().probe().equals(probe);
    }

    private EncryptedField field() {
        return new EncryptedField("probe", "definition", slug);
    }

    ProbeId id() {
        return new ProbeId(slug);
    }

    long version() {
        return version;
    }

    Optional<String> file() {
        return Optional.ofNullable(file);
    }

    CatalogEntry entry() {
        ParsedDefinitions stored = DefinitionReader.stored(id(), field().decrypt(definition));
        if (!stored.isValid()) {
            throw new IllegalStateException("probe " + slug + " in the database: " + stored.errors());
        }
        return new CatalogEntry(stored.probes().get(0), version, file(), changedAt.toInstant());
    }
}
