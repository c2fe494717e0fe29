package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The system clock is set back while a page is observed. */
@Tag("browser")
class JumpingClockIT {

    private static final JumpingClock CLOCK = new JumpingClock();
    private static TestBrowserProber prober;
    private static WebUrl page;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false, TestBrowser.chromium(), CLOCK);
        page = WebUrl.parse(prober.server.at("/late", client -> {
            Thread.sleep(2_500);
            RawHttpServer.write(client, RawHttpServer.response("200 OK", "text/html", "<h1>Late</h1>"));
        }));
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static SampleResult load(Duration jump) {
        CLOCK.jump = Duration.ZERO;
        RunProgress progress = (n, of, phase) -> {
            if (phase.equals("observing")) {
                CLOCK.jump = jump;
            }
        };
        return prober.run(
                        new Target.PageTarget(page, List.of()),
                        TestBrowserProber.visit(Duration.ofSeconds(14)),
                        progress)
                .samples()
                .get(0);
    }

    @Nested
    class GivenAClockThatIsSetBack {

        @Test
        void thenTheMetricsAreUntrusted() {
            assertThat(load(Duration.ofMinutes(-1)).warnings()).contains(SampleWarning.METRICS_UNTRUSTED);
        }
    }

    @Nested
    class GivenASteadyClock {

        @Test
        void thenTheMetricsAreTrusted() {
            assertThat(load(Duration.ZERO).warnings()).doesNotContain(SampleWarning.METRICS_UNTRUSTED);
        }
    }

    private static final class JumpingClock extends Clock {

        private volatile Duration jump = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(jump);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
