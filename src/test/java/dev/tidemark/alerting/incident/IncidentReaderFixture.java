package dev.tidemark.alerting.incident;

import dev.tidemark.it.TestPersistence;
import java.time.Clock;

/** The reader of incidents over a test's database, for the tests of any package. */
public final class IncidentReaderFixture {

    private IncidentReaderFixture() {}

    public static IncidentReader over(TestPersistence persistence, Clock clock) {
        return persistence.bean(IncidentReader.class, entities -> new IncidentReader(clock, entities));
    }
}
