package dev.tidemark.accuracy;

import dev.tidemark.definition.Profiles;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.probe.Cadence;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.TestVisit;
import dev.tidemark.probe.VisitSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A probe of one sample for a fixture page, on Lighthouse's desktop screen, unthrottled. */
final class FixtureProbe {

    private static final Profile DESKTOP = Profiles.named("unthrottled");

    private static final VisitSettings LIMITED = new TestVisit().within(25);

    private FixtureProbe() {}

    static Probe of(Fixture fixture, FixtureSite site) {
        return new Probe(
                new ProbeId("fixture"),
                fixture.path(),
                new Target.Page(URI.create(site.url(fixture.path())), fixture.steps()),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                DESKTOP,
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                LIMITED);
    }
}
