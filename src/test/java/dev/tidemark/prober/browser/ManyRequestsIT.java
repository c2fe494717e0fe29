package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.network.NetworkLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page with more requests than are recorded, before and after it starts a worker. */
@Tag("browser")
class ManyRequestsIT {

    private static final int BEFORE = NetworkLog.MAX_RECORDED;
    private static final int AFTER = 40;
    private static final String PAGE = """
            <link rel=icon href=data:,><h1>Many</h1><script type=module>
            for (let n = 0; n < %d; n += 50) {
              await Promise.all(Array.from({length: 50}, (_, k) => fetch('i?' + (n + k))));
            }
            new Worker('worker.js').onmessage = () => {
              for (let n = 0; n < %d; n++) fetch('late?' + n);
            };
            </script>""".formatted(BEFORE, AFTER);

    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    @Test
    void whenItIsLoaded_thenNothingIsCountedTwice() {
        answer("/i", "text/plain", "");
        answer("/late", "text/plain", "");
        answer("/worker.js", "text/javascript", "postMessage(1)");
        WebUrl url = WebUrl.parse(prober.server.page("/many", PAGE));

        SampleResult sample = prober.run(
                        new Target.PageTarget(url, List.of()), TestBrowserProber.visit(Duration.ofSeconds(90)))
                .samples()
                .get(0);

        assertThat(sample.warnings()).contains(SampleWarning.TRUNCATED);
        assertThat(sample.measurements().find(Metric.REQUESTS).orElseThrow().value())
                .isEqualTo(1 + BEFORE + 1 + AFTER);
    }

    private static void answer(String path, String type, String body) {
        prober.server.at(path, client -> RawHttpServer.write(client, RawHttpServer.response("200 OK", type, body)));
    }
}
