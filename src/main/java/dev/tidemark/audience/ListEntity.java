package dev.tidemark.audience;

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

/** The row of a list; the definition is the JSON that the API takes. */
@Entity
@Table(name = "recipient_list")
class ListEntity {

    @Id
    private String id;

    private String definition;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected ListEntity() {}

    ListEntity(RecipientList list, String by, Instant now) {
        id = list.id();
        become(list, by, now);
    }

    final void become(RecipientList list, String by, Instant now) {
        definition = Json.createObjectBuilder(ListWriter.fields(list)).build().toString();
        changedBy = by;
        changedAt = now.atOffset(ZoneOffset.UTC);
    }

    String id() {
        return id;
    }

    Optional<DigestOrder> order() {
        RecipientList list = toRecord();
        return list.digest().map(plan -> new DigestOrder(list, plan, changedAt.toInstant()));
    }

    RecipientList toRecord() {
        return new ListReader(new Faults())
                .json(definition, Optional.of(id))
                .orElseThrow(() -> new IllegalStateException("list \"" + id + "\" cannot be read"));
    }
}
