package dev.tidemark.browser;

import dev.tidemark.gateway.Gateway;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.NetworkShape;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.RunResult;
import dev.tidemark.observation.Viewport;
import dev.tidemark.probe.Cadence;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.VisitSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A run of one sample in the product's laboratory. */
final class CheckedLoad implements AutoCloseable {

    private static final Profile DESKTOP = new Profile(
            "unthrottled", new Viewport(1350, 940, 1, false, false), NetworkShape.UNSHAPED, 1, Optional.empty());

    private final Laboratory laboratory;

    CheckedLoad(Path data, Gateway gateway, boolean film) {
        laboratory = new Laboratory(
                new BrowserSettings(TestBrowser.chromium().toString(), data.toString(), OptionalInt.of(1), film),
                gateway,
                Clock.systemUTC());
    }

    void load(String url) {
        RunResult run = laboratory.run(probe(url), (sample, of, phase) -> {});
        if (!run.outcome().isOk()) {
            throw new IllegalStateException(url + ": " + run.outcome());
        }
    }

    static Probe probe(String url) {
        return new Probe(
                new ProbeId("p"),
                "p",
                new Target.Page(URI.create(url), List.of()),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                DESKTOP,
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                VisitSettings.plain());
    }

    @Override
    public void close() {
        laboratory.end();
    }
}
