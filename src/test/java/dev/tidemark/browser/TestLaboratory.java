package dev.tidemark.browser;

import dev.tidemark.definition.Profiles;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.gateway.GatewaySettings;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.RunResult;
import dev.tidemark.probe.Cadence;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.Target;
import dev.tidemark.probe.TestVisit;
import dev.tidemark.probe.VisitSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A laboratory with one browser, and a server that says what a test wants. */
final class TestLaboratory implements AutoCloseable {

    final OddServer server = new OddServer();
    private final Gateway gateway = new Gateway(
            new GatewaySettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990),
            Clock.systemUTC());
    private final Laboratory laboratory;

    TestLaboratory(boolean film) throws IOException {
        this(film, TestBrowser.chromium());
    }

    TestLaboratory(boolean film, Path chromium) throws IOException {
        this(film, chromium, Clock.systemUTC());
    }

    TestLaboratory(boolean film, Path chromium, Clock clock) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "laboratory");
        laboratory = new Laboratory(
                new BrowserSettings(chromium.toString(), data.toString(), OptionalInt.of(1), film), gateway, clock);
    }

    /** A plain visit that may take so long; {@code unknown.example} is this machine. */
    static VisitSettings visit(Duration timeout) {
        return new TestVisit().knownHost().within(timeout);
    }

    /** One sample on a plain desktop. */
    RunResult run(Target target, VisitSettings visit) {
        return run(target, visit, (n, of, phase) -> {});
    }

    RunResult run(Target target, VisitSettings visit, Progress progress) {
        Profile plain = Profiles.named("unthrottled");
        Probe probe = new Probe(
                new ProbeId("p"),
                "p",
                target,
                new Cadence.Every(Duration.ofHours(1)),
                1,
                plain,
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit);
        return laboratory.run(probe, progress);
    }

    @Override
    public void close() throws IOException {
        laboratory.end();
        gateway.close();
        server.close();
    }
}
