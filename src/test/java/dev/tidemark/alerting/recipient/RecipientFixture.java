package dev.tidemark.alerting.recipient;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.it.TestEntities;
import java.time.Clock;
import java.util.Optional;

/** Recipients in the database of a test, and contact groups from JSON, for tests of any package. Calls need a transaction. */
public final class RecipientFixture {

    private RecipientFixture() {}

    public static RecipientResolver over(Clock clock, TestEntities entities) {
        return new RecipientResolver(clock, Optional.of("ops@tidemark.example"), entities.manager());
    }

    public static ContactGroup list(String id, String json) {
        ValidationErrors faults = new ValidationErrors();
        return new ContactGroupReader(faults)
                .json(json, Optional.of(id))
                .orElseThrow(() -> new IllegalArgumentException(faults.all().toString()));
    }
}
