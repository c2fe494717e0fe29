package dev.tidemark.config.maintenance;

import dev.tidemark.it.TestEntities;
import java.time.Clock;

/** Maintenance windows in the database of a test, for tests of any package. Calls need a transaction. */
public final class MaintenanceFixture {

    private MaintenanceFixture() {}

    public static MaintenanceSchedule over(Clock clock, TestEntities entities) {
        return new MaintenanceSchedule(clock, entities.manager());
    }
}
