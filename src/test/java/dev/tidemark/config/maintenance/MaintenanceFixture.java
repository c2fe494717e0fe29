package dev.tidemark.config.maintenance;

import dev.tidemark.it.TestEntities;
import java.time.Clock;

/** Maintenance over a test's database, for the tests of any room. Calls need a transaction. */
public final class MaintenanceFixture {

    private MaintenanceFixture() {}

    public static MaintenanceSchedule over(Clock clock, TestEntities entities) {
        return new MaintenanceSchedule(clock, entities.manager());
    }
}
