package dev.tidemark.config.catalog;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.probe.TagLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A row of {@code shared_budget}: all limits by tag of one source. */
@Entity
@Table(name = "shared_budget")
class SharedBudgetEntity {

    @Id
    private String source;

    private String definition;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    protected SharedBudgetEntity() {}

    SharedBudgetEntity(String source, List<TagLimit> limits, Instant now) {
        this.source = source;
        replace(limits, now);
    }

    final void replace(List<TagLimit> limits, Instant now) {
        definition = ProbeWriter.sharedJson(limits);
        changedAt = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    String source() {
        return source;
    }

    List<TagLimit> limits() {
        ParsedDefinitions stored = DefinitionReader.json(definition);
        if (!stored.isValid()) {
            throw new IllegalStateException("budgets of \"" + source + "\" in the database: " + stored.errors());
        }
        return stored.shared().orElse(List.of());
    }
}
