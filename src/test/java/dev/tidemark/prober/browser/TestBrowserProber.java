package dev.tidemark.prober.browser;

import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A prober with one browser, and a server with the responses of a test. */
final class TestBrowserProber implements AutoCloseable {

    final RawHttpServer server = new RawHttpServer();
    private final ProbeProxy proxy = new ProbeProxy(
            new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false),
            Clock.systemUTC());
    private final BrowserProber prober;

    TestBrowserProber(boolean film) throws IOException {
        this(film, TestBrowser.chromium());
    }

    TestBrowserProber(boolean film, Path chromium) throws IOException {
        this(film, chromium, Clock.systemUTC());
    }

    TestBrowserProber(boolean film, Path chromium, Clock clock) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prober");
        prober = new BrowserProber(
                new BrowserSettings(chromium.toString(), data.toString(), OptionalInt.of(1), film), proxy, clock);
    }

    /** Default page load settings with a timeout; {@code unknown.example} resolves to this machine. */
    static PageLoadSettings visit(Duration timeout) {
        return new TestPageLoadSettings().knownHost().within(timeout);
    }

    /** Takes one sample with an unthrottled desktop profile. */
    RunResult run(Target target, PageLoadSettings visit) {
        return run(target, visit, (n, of, phase) -> {});
    }

    RunResult run(Target target, PageLoadSettings visit, Profile profile) {
        return run(target, visit, profile, (n, of, phase) -> {});
    }

    RunResult run(Target target, PageLoadSettings visit, RunProgress progress) {
        return run(target, visit, NamedProfiles.named("unthrottled"), progress);
    }

    private RunResult run(Target target, PageLoadSettings visit, Profile profile, RunProgress progress) {
        return prober.run(probe(target, visit, profile), progress);
    }

    static Probe probe(Target target, PageLoadSettings visit) {
        return probe(target, visit, NamedProfiles.named("unthrottled"));
    }

    private static Probe probe(Target target, PageLoadSettings visit, Profile profile) {
        return new Probe(
                new ProbeId("p"),
                "p",
                target,
                new Cadence.Every(Duration.ofHours(1)),
                1,
                profile,
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit);
    }

    @Override
    public void close() throws IOException {
        prober.shutDown();
        proxy.close();
        server.close();
    }
}
