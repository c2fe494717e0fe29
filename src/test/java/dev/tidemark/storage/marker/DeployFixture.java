package dev.tidemark.storage.marker;

import dev.tidemark.it.TestEntities;
import dev.tidemark.it.TestPersistence;
import dev.tidemark.model.result.ProbeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Deploys, for tests of other packages. */
public final class DeployFixture {

    private DeployFixture() {}

    public static Markers markers(TestPersistence persistence) {
        return persistence.bean(Markers.class, Markers::new);
    }

    /** Calls need a transaction of the test. */
    public static Markers over(TestEntities entities) {
        return new Markers(entities.manager());
    }

    public static void deployed(TestPersistence persistence, ProbeId probe, Instant at) {
        markers(persistence).add(deploy(at, Optional.of(probe), Optional.empty(), "v2"));
    }

    /** A deploy of one probe, of all probes with a tag, or of all probes. */
    public static Marker deploy(Instant at, Optional<ProbeId> probe, Optional<String> tag, String title) {
        return new Marker(UUID.randomUUID(), Marker.Kind.DEPLOY, at, probe, tag, title, Optional.empty(), "ci");
    }
}
