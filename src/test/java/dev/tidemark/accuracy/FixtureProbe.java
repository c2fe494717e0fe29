package dev.tidemark.accuracy;

import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;
import java.util.List;

/** A probe of one sample for a fixture page, on Lighthouse's desktop screen, unthrottled. */
final class FixtureProbe {

    private static final Profile DESKTOP = NamedProfiles.named("unthrottled");

    private static final PageLoadSettings LIMITED = new TestPageLoadSettings().within(25);

    private FixtureProbe() {}

    static Probe of(Fixture fixture, FixtureSite site) {
        return new Probe(
                new ProbeId("fixture"),
                fixture.path(),
                new Target.PageTarget(WebUrl.parse(site.url(fixture.path())), fixture.steps()),
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
