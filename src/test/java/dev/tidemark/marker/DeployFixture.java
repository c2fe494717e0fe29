package dev.tidemark.marker;

import dev.tidemark.it.TestPersistence;
import dev.tidemark.observation.ProbeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Deploys, for tests of other rooms. */
public final class DeployFixture {

    private DeployFixture() {}

    public static Markers markers(TestPersistence persistence) {
        return persistence.door(Markers.class, Markers::new);
    }

    public static void deployed(TestPersistence persistence, ProbeId probe, Instant at) {
        markers(persistence)
                .add(new Marker(
                        UUID.randomUUID(),
                        Marker.Kind.DEPLOY,
                        at,
                        Optional.of(probe),
                        Optional.empty(),
                        "v2",
                        Optional.empty(),
                        "ci"));
    }
}
