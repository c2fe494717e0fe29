package dev.tidemark.storage.marker;

import dev.tidemark.it.TestEntities;
import dev.tidemark.it.TestPersistence;
import dev.tidemark.model.result.ProbeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Deploys, for tests of other rooms. */
public final class DeployFixture {

    private DeployFixture() {}

    public static Markers markers(TestPersistence persistence) {
        return persistence.door(Markers.class, Markers::new);
    }

    /** For the tests' own transactions: calls need one. */
    public static Markers over(TestEntities entities) {
        return new Markers(entities.manager());
    }

    public static void deployed(TestPersistence persistence, ProbeId probe, Instant at) {
        markers(persistence).add(deploy(at, Optional.of(probe), Optional.empty(), "v2"));
    }

    /** Of a probe, of all with a tag, or of all. */
    public static Marker deploy(Instant at, Optional<ProbeId> probe, Optional<String> tag, String title) {
        return new Marker(UUID.randomUUID(), Marker.Kind.DEPLOY, at, probe, tag, title, Optional.empty(), "ci");
    }
}
