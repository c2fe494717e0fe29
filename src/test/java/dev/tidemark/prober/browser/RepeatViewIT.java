package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class RepeatViewIT {

    private static final String SCRIPT = "document.title='ready';/*" + "x".repeat(20_000) + "*/";

    private static TestBrowserProber prober;
    private static String page;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
        prober.server.at(
                "/big.js",
                client -> RawHttpServer.write(
                        client,
                        "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nCache-Control: max-age=3600\r\nContent-Length: "
                                + SCRIPT.length() + "\r\nConnection: close\r\n\r\n" + SCRIPT));
        page = prober.server.page("/warm", "<h1>Warm or cold</h1><script src=/big.js></script>");
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static SampleResult load(boolean repeat) {
        PageLoadSettings visit = new TestPageLoadSettings().repeatView(repeat).within(20);
        return prober.run(new Target.PageTarget(WebUrl.parse(page), List.of()), visit)
                .samples()
                .get(0);
    }

    private static double value(SampleResult sample, String metric) {
        return sample.measurements()
                .find(Metric.of(metric))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    @Nested
    class GivenAProbeWithARepeatView {

        @Test
        void thenItUsesTheCacheOfTheFirstView() {
            SampleResult sample = load(true);

            assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
            assertThat(value(sample, "REQUESTS")).isEqualTo(2);
            assertThat(value(sample, "REPEAT:REQUESTS")).isEqualTo(1);
            assertThat(value(sample, "REPEAT:BYTES")).isLessThan(value(sample, "BYTES") - 20_000);
            assertThat(value(sample, "REPEAT:LCP")).isPositive();
            assertThat(value(sample, "REPEAT:TTI")).isPositive();
            assertThat(sample.page().requests()).hasSize(2);
            assertThat(sample.warnings()).isSubsetOf(SampleWarning.NOISY);
        }
    }

    @Nested
    class GivenAnyOtherProbe {

        @Test
        void thenThereIsNoRepeatView() {
            assertThat(load(false).measurements().stream())
                    .noneMatch(one -> one.metric().isRepeatView());
        }
    }
}
