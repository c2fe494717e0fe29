package dev.tidemark.audience;

import dev.tidemark.document.Faults;
import dev.tidemark.it.TestEntities;
import java.time.Clock;
import java.util.Optional;

/** The audience over a test's database, and lists from JSON, for the tests of any room. Calls need a transaction. */
public final class AudienceFixture {

    private AudienceFixture() {}

    public static Audience over(Clock clock, TestEntities entities) {
        return new Audience(clock, Optional.of("ops@tidemark.example"), entities.manager());
    }

    public static RecipientList list(String id, String json) {
        Faults faults = new Faults();
        return new ListReader(faults)
                .json(json, Optional.of(id))
                .orElseThrow(() -> new IllegalArgumentException(faults.all().toString()));
    }
}
