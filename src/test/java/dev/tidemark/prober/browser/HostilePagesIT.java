package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.host.NoiseDetector;
import dev.tidemark.prober.host.SampleDeadline;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken and hostile pages, several in parallel: each must have its outcome within its time limit, with the metrics measured so far. */
@Tag("browser")
class HostilePagesIT {

    private static final int AT_ONCE = Integer.getInteger("tidemark.hostile.atonce", 5);
    private static final Duration BEYOND_LIMIT = Duration.ofSeconds(10);
    private static final String ONLY = System.getProperty("tidemark.hostile.only", "");

    private static final Map<String, Future<SampleResult>> RESULTS = new LinkedHashMap<>();
    private static RawHttpServer plain;
    private static RawHttpServer secure;
    private static ProbeProxy proxy;
    private static BrowserWorkers workers;
    private static SampleDeadline deadline;
    private static ExecutorService askers;

    static Stream<HostilePage> pages() {
        return Stream.of(HostileScripts.all(), HostileResponses.all(), HostileContent.all(), HostileEnvironments.all())
                .flatMap(List::stream)
                .filter(one -> one.name().matches(".*(" + ONLY + ").*"));
    }

    @BeforeAll
    static void start() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hostile");
        plain = new RawHttpServer();
        secure = RawHttpServer.secure(data);
        proxy = new ProbeProxy(
                new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false),
                Clock.systemUTC());
        deadline = new SampleDeadline();
        var settings =
                new BrowserSettings(TestBrowser.chromium().toString(), data.toString(), OptionalInt.of(AT_ONCE), false);
        LoadPermits turns = new LoadPermits(AT_ONCE);
        NoiseDetector calm = new NoiseDetector();
        workers = new BrowserWorkers(
                AT_ONCE,
                () -> new BrowserWorker(
                        new ChromiumOptions(TestBrowser.chromium()),
                        settings,
                        proxy,
                        turns,
                        deadline,
                        calm,
                        Clock.systemUTC()));
        askers = Executors.newFixedThreadPool(AT_ONCE);
        pages().forEach(one -> RESULTS.put(one.name(), askers.submit(() -> load(one))));
    }

    @AfterAll
    static void stop() throws Exception {
        askers.shutdownNow();
        workers.close();
        deadline.close();
        proxy.close();
        plain.close();
        secure.close();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenAHostilePage_thenItHasItsOutcome(HostilePage page) throws Exception {
        SampleResult sample = RESULTS.get(page.name()).get();

        String seen = sample.outcome() + " after " + sample.duration() + " " + sample.warnings();
        assertThat(sample.outcome().kind()).as(seen).isEqualTo(page.kind());
        assertThat(sample.outcome().detail()).startsWith(page.detail());
        assertThat(sample.warnings()).containsAll(page.warnings());
        assertThat(sample.measurements().stream().map(one -> one.metric().code()))
                .containsAll(page.metrics());
        assertThat(sample.duration()).isLessThan(page.limit().plus(BEYOND_LIMIT));
    }

    private static SampleResult load(HostilePage page) throws Exception {
        String url = page.place().on(new HostileSite(plain, secure, page.slug()));
        return workers.run(
                slot -> slot.sample(probe(url, page.limit()), phase -> {}).result());
    }

    private static Probe probe(String url, Duration limit) {
        PageLoadSettings visit = new TestPageLoadSettings().knownHost().within(limit);
        return new Probe(
                new ProbeId("hostile"),
                "hostile",
                new Target.PageTarget(WebUrl.ofStored(url), List.of()),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                new Profile(
                        "p",
                        new Viewport(1350, 940, 1, false, false),
                        NetworkConditions.UNTHROTTLED,
                        1,
                        Optional.empty()),
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit);
    }
}
