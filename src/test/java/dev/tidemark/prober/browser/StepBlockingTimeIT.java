package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.host.NoiseDetector;
import dev.tidemark.prober.host.SampleDeadline;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a busy machine, a sample waits up to 5 s for its turn between the load and its steps. */
@Tag("browser")
class StepBlockingTimeIT {

    private final SampleDeadline deadline = new SampleDeadline();
    private final LoadPermits permits = new LoadPermits(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean occupied = new AtomicBoolean();
    private RawHttpServer server;
    private ProbeProxy proxy;
    private BrowserWorker worker;

    @BeforeEach
    void start() throws IOException {
        server = new RawHttpServer();
        proxy = BenchmarkPage.proxy();
        Path chromium = TestBrowser.chromium();
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prober");
        worker = new BrowserWorker(
                new ChromiumOptions(chromium),
                new BrowserSettings(chromium.toString(), data.toString(), OptionalInt.of(1), false),
                proxy,
                permits,
                deadline,
                new NoiseDetector(),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        worker.close();
        deadline.close();
        proxy.close();
        server.close();
    }

    /** Another sample takes the permit as soon as this one releases it, and keeps it. */
    private void occupyPermit(String phase) {
        if (phase.equals("observing") && occupied.compareAndSet(false, true)) {
            Thread other = new Thread(() -> {
                LoadPermits.LoadPermit permit = permits.acquire();
                try {
                    over.await();
                    permit.close();
                } catch (InterruptedException ending) {
                    Thread.currentThread().interrupt();
                } finally {
                    permit.close();
                }
            });
            other.setDaemon(true);
            other.start();
        }
    }

    private SampleResult journey(String html) {
        WebUrl url = WebUrl.parse(server.page("/busy", html));
        Probe probe = SampleTaker.probe(new Target.Journey(List.of(new Step.Open(url), new Step.Click("#b"))));
        return worker.sample(probe, this::occupyPermit).result();
    }

    private static double value(SampleResult sample, String metric) {
        return sample.measurements()
                .find(Metric.of(metric))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    @Test
    void whenAJourneyOfOpenAndClickWaitsForItsTurn_thenNoStepHasBlockingTimeThatNoTaskHas() {
        SampleResult sample = journey("<h1 id=h>Idle</h1><button id=b>b</button><script>b.onclick="
                + "()=>{h.textContent='clicked'}</script>");

        assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
        double blocking = sample.page().longTasks().stream()
                .mapToDouble(LongTask::durationMillis)
                .map(millis -> millis - 50)
                .sum();
        assertThat(value(sample, "STEP:1:TBT")).isLessThanOrEqualTo(blocking);
        assertThat(value(sample, "STEP:2:TBT")).isLessThanOrEqualTo(blocking);
        assertThat(value(sample, "TBT")).isLessThanOrEqualTo(blocking);
        assertThat(sample.page().steps().get(0).endMillis())
                .as("waiting is no part of the step")
                .isLessThan(sample.page().steps().get(1).startMillis() - 4_000);
    }

    @Test
    void whenTheClickRunsALongTask_thenStepRunAndTaskAgree() {
        SampleResult sample = journey("<h1 id=h>Busy</h1><button id=b>b</button><script>b.onclick=()=>{"
                + "const e=performance.now()+300;while(performance.now()<e);h.textContent='clicked'}</script>");

        double longest = value(sample, "STEP:2:LONGEST_TASK");
        assertThat(longest).isGreaterThanOrEqualTo(300);
        assertThat(value(sample, "LONGEST_TASK")).isEqualTo(longest);
        assertThat(sample.page().longTasks())
                .extracting(LongTask::durationMillis)
                .contains(longest);
        assertThat(value(sample, "STEP:2:TBT")).isBetween(longest - 50, value(sample, "LONG_TASKS_TOTAL") - 50);
        assertThat(value(sample, "STEP:1:TBT")).isEqualTo(value(sample, "TBT"));
    }
}
