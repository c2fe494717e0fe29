package dev.tidemark.maintenance;

import dev.tidemark.it.TestEntities;
import java.time.Clock;

/** Maintenance over a test's database, for the tests of any room. Calls need a transaction. */
public final class MaintenanceFixture {

    private MaintenanceFixture() {}

    public static Maintenance over(Clock clock, TestEntities entities) {
        return new Maintenance(clock, entities.manager());
    }
}
