package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.host.NoiseDetector;
import dev.tidemark.prober.host.SampleDeadline;
import dev.tidemark.prober.host.TempDirectory;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Effects of killed or stopped processes on a running sample and on the next one. */
@Tag("browser")
class FaultIT {

    private static final int TIMES = Integer.getInteger("tidemark.fault.times", 1);
    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final Predicate<String> DRIVER = line -> line.contains("run-driver");
    private static final Predicate<String> RENDERER = line -> line.contains("--type=renderer");
    private static final Predicate<String> BROWSER =
            line -> line.contains("--remote-debugging-pipe") && !line.contains("--type=");

    /** A page that never becomes idle, so that its sample is still running when the process is killed. */
    private static final String RESTLESS =
            "<h1>Text</h1><script>setInterval(()=>{const e=Date.now()+60;while(Date.now()<e);},2000)</script>";

    private RawHttpServer server;
    private ProbeProxy proxy;
    private SampleDeadline deadline;
    private Path data;
    private BrowserWorker slot;
    private Set<Thread> ofOthers;

    @BeforeEach
    void start() throws IOException {
        ofOthers = threadsOfDrivers();
        server = new RawHttpServer();
        proxy = new ProbeProxy(
                new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false),
                Clock.systemUTC());
        deadline = new SampleDeadline();
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "faults");
        var settings =
                new BrowserSettings(TestBrowser.chromium().toString(), data.toString(), OptionalInt.of(1), false);
        slot = new BrowserWorker(
                new ChromiumOptions(TestBrowser.chromium()),
                settings,
                proxy,
                new LoadPermits(1),
                deadline,
                new NoiseDetector(),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        slot.close();
        deadline.close();
        proxy.close();
        server.close();
    }

    @Nested
    class GivenASampleInProgress {

        @Test
        void whenTheRendererIsKilled_thenThePageCrashed() throws IOException {
            repeat(RENDERER, "KILL", OutcomeType.PAGE_CRASH);
        }

        @Test
        void whenTheRendererIsStopped_thenThePageIsUnresponsive() throws IOException {
            repeat(RENDERER, "STOP", OutcomeType.PAGE_UNRESPONSIVE);
        }

        @Test
        void whenTheBrowserIsKilled_thenItIsAMonitorFailure() throws IOException {
            repeat(BROWSER, "KILL", OutcomeType.BROWSER_CRASH);
        }

        @Test
        void whenTheBrowserIsStopped_thenItIsAMonitorFailure() throws IOException {
            repeat(BROWSER, "STOP", OutcomeType.BROWSER_CRASH);
        }

        @Test
        void whenTheDriverIsKilled_thenItIsAMonitorFailure() throws IOException {
            repeat(DRIVER, "KILL", OutcomeType.BROWSER_CRASH);
        }
    }

    @Nested
    class GivenAStepInProgress {

        @Test
        void whenTheBrowserIsKilled_thenItIsAMonitorFailure() {
            thenItIsAMonitorFailure("KILL");
        }

        @Test
        void whenTheBrowserIsStopped_thenItIsAMonitorFailure() {
            thenItIsAMonitorFailure("STOP");
        }

        private void thenItIsAMonitorFailure(String signal) {
            String calm = server.page("/calm", "<h1>Text</h1>");
            for (int n = 0; n < TIMES; n++) {
                SampleResult struck = slot.sample(probe(calm, List.of(new Step.WaitFor("#never"))), phase -> {
                            if (phase.equals("interacting")) {
                                strike(BROWSER, signal);
                            }
                        })
                        .result();

                assertThat(struck.outcome().kind())
                        .as(struck.outcome().detail())
                        .isEqualTo(OutcomeType.BROWSER_CRASH);
                assertThat(struck.duration()).isLessThan(LIMIT.plusSeconds(15));
            }
        }
    }

    @Nested
    class GivenARepeatViewInProgress {

        @Test
        void whenItsBrowserIsKilled_thenTheFirstViewIsKept() {
            thenTheFirstViewIsKept("KILL");
        }

        @Test
        void whenItsBrowserIsStoppedUntilTheDeadline_thenTheFirstViewIsKept() {
            thenTheFirstViewIsKept("STOP");
        }

        private void thenTheFirstViewIsKept(String signal) {
            boolean[] firstIsOver = {false};
            SampleWithArtifacts sampled = slot.sample(probe(server.page("/calm", "<h1>Text</h1>"), true), phase -> {
                if (phase.equals("observing") && firstIsOver[0]) {
                    firstIsOver[0] = false;
                    strike(BROWSER, signal);
                }
                firstIsOver[0] |= phase.equals("recording");
            });
            SampleResult sample = sampled.result();

            assertThat(sample.outcome().kind()).as(sample.outcome().detail()).isEqualTo(OutcomeType.OK);
            assertThat(sample.measurements().find(Metric.LCP)).isPresent();
            assertThat(sampled.evidence().get()).isNotEmpty();
            assertThat(sample.measurements().stream())
                    .noneMatch(one -> one.metric().isRepeatView());
            assertThat(sample.absent())
                    .contains(new AbsentMetric(
                            Metric.ofRepeatView(Metric.LCP), "the repeat view ended with BROWSER_CRASH"));
            assertThat(sample(server.page("/next", "<h1>Text</h1>"), () -> {})
                            .outcome()
                            .kind())
                    .isEqualTo(OutcomeType.OK);
        }
    }

    private void repeat(Predicate<String> which, String signal, OutcomeType expected) throws IOException {
        String calm = server.page("/calm", "<h1>Text</h1>");
        String restless = server.page("/restless", RESTLESS);
        for (int n = 0; n < TIMES; n++) {
            SampleResult struck = sample(restless, () -> strike(which, signal));
            SampleResult next = sample(calm, () -> {});

            assertThat(struck.outcome().kind()).as(struck.outcome().detail()).isEqualTo(expected);
            assertThat(next.outcome().kind()).as(next.outcome().detail()).isEqualTo(OutcomeType.OK);
            assertThat(struck.duration()).isLessThan(LIMIT.plusSeconds(15));
        }
        List<ProcessHandle> last = slot.processes();
        slot.close();
        assertThat(last).noneMatch(ProcessHandle::isAlive);
        assertNoThreadIsLeft();
        assertThat(TempDirectory.content(TempDirectory.folder(data))).isEmpty();
    }

    private static Set<Thread> threadsOfDrivers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(one -> one.getClass().getName().startsWith("com.microsoft.playwright"))
                .collect(Collectors.toSet());
    }

    private void assertNoThreadIsLeft() {
        Set<Thread> left = threadsOfDrivers();
        left.removeAll(ofOthers);
        for (Thread one : left) {
            try {
                one.join(5_000);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(left).noneMatch(Thread::isAlive);
    }

    private SampleResult sample(String url, Runnable whileObserving) {
        boolean[] done = {false};
        return slot.sample(probe(url, false), phase -> {
                    if (phase.equals("observing") && !done[0]) {
                        done[0] = true;
                        whileObserving.run();
                    }
                })
                .result();
    }

    private void strike(Predicate<String> which, String signal) {
        slot.processes().stream().filter(one -> which.test(commandOf(one))).forEach(one -> send(signal, one));
    }

    private static String commandOf(ProcessHandle one) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(one.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    private static void send(String signal, ProcessHandle to) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(to.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Probe probe(String url, boolean repeatView) {
        return probe(url, repeatView, List.of());
    }

    private static Probe probe(String url, List<Step> steps) {
        return probe(url, false, steps);
    }

    private static Probe probe(String url, boolean repeatView, List<Step> steps) {
        PageLoadSettings visit =
                new TestPageLoadSettings().repeatView(repeatView).within(LIMIT.plusSeconds(2));
        Profile unthrottled = new Profile(
                "unthrottled",
                new Viewport(800, 600, 1, false, false),
                NetworkConditions.UNTHROTTLED,
                1,
                Optional.empty());
        return new Probe(
                new ProbeId("fault"),
                "fault",
                new Target.PageTarget(WebUrl.parse(url), steps),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                unthrottled,
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit);
    }
}
